package id.warta.platform.http;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom Warta listens to.
 *
 * @param allowedOrigins the origins of pages that may use the API besides the site's own;
 * {@code *} for all, a pattern such as <code>https://*.example.com</code> for many
 * @param proxies the networks of the proxies in front of Warta, such as
 * {@code 10.0.0.0/8}: only they are believed what they say of the request they forward
 */
@ConfigurationProperties("warta")
record EdgeProperties(@DefaultValue( {
		"http://localhost:[*]", "https://localhost:[*]", "http://127.0.0.1:[*]",
		"https://127.0.0.1:[*]" }) List<String> allowedOrigins, @DefaultValue List<String> proxies){

}
