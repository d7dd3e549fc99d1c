package id.warta.viewcount;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How views are counted.
 *
 * @param window how long after a counted view the same visitor's further views of the
 * article are not counted
 * @param newVisitorsPerNetwork how many visitors of an hour count that come from one IPv4
 * address, or one network of IPv6 addresses (64 bits), for each sixteenth of the
 * articles; views of any others don't count, so that made-up ids can't inflate a number
 * @param ringSize how many views a node lets wait while Redis is away
 * @param flushInterval how often each node carries what was counted to PostgreSQL
 */
@ConfigurationProperties("warta.views")
record ViewProperties(@DefaultValue("30m") Duration window, @DefaultValue("1000") int newVisitorsPerNetwork,
		@DefaultValue("10000") int ringSize, @DefaultValue("5s") Duration flushInterval) {

	ViewProperties {
		Assert.isTrue(window.toMillis() > 0, "warta.views.window must be above 0");
		Assert.isTrue(newVisitorsPerNetwork > 0, "warta.views.new-visitors-per-network must be above 0");
		Assert.isTrue(ringSize > 0, "warta.views.ring-size must be above 0");
		Assert.isTrue(flushInterval.toMillis() > 0, "warta.views.flush-interval must be above 0");
	}

}
