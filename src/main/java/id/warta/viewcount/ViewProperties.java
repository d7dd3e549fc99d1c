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
 * @param flushInterval how often each node carries what was counted to PostgreSQL
 */
@ConfigurationProperties("warta.views")
record ViewProperties(@DefaultValue("30m") Duration window, @DefaultValue("5s") Duration flushInterval) {

	ViewProperties {
		Assert.isTrue(window.toMillis() > 0, "warta.views.window must be above 0");
		Assert.isTrue(flushInterval.toMillis() > 0, "warta.views.flush-interval must be above 0");
	}

}
