package id.warta.syndication;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What feeds hold.
 *
 * @param size how many articles a feed has at most
 * @param hub the address of the WebSub hub where changes of feeds can be subscribed to
 */
@ConfigurationProperties("warta.feeds")
record FeedProperties(@DefaultValue("30") int size, @Nullable String hub) {

	private static final int MOST = 100;

	FeedProperties {
		Assert.isTrue(size > 0 && size <= MOST, "warta.feeds.size must be from 1 to 100");
	}

}
