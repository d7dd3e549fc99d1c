package id.warta.eventlog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log and what is live.
 *
 * @param buffer how many events may wait for a subscriber; of more, only the log knows
 * @param patience how long a subscriber that more events wait for than that may take none
 * before its stream is ended
 * @param heartbeat after how long without an event a subscriber gets a heartbeat, in
 * whole seconds
 * @param remembered how many of the newest events each node holds in memory
 * @param retention how long events stay in the log
 */
@ConfigurationProperties("warta.live")
record LiveProperties(@DefaultValue("256") int buffer, @DefaultValue("10s") Duration patience,
		@DefaultValue("15s") Duration heartbeat, @DefaultValue("10000") int remembered,
		@DefaultValue("7d") Duration retention) {

}
