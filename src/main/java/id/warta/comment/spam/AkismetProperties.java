package id.warta.comment.spam;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service that tells advertising, as Akismet does.
 *
 * @param url where it is, such as {@code https://rest.akismet.com}; null for none
 * @param key the site's key for it
 * @param timeout how long to wait for what it says
 */
@ConfigurationProperties("warta.comments.akismet")
record AkismetProperties(@Nullable String url, @DefaultValue("") String key, @DefaultValue("3s") Duration timeout) {

}
