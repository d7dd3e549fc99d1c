package id.warta.platform.http;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is believed.
 *
 * @param proxies the networks of the proxies in front of Warta, such as
 * {@code 10.0.0.0/8}: only what comes from there may say on whose behalf, in the headers
 * {@code Forwarded} and {@code X-Forwarded-*}
 */
@ConfigurationProperties("warta")
record EdgeProperties(@DefaultValue List<String> proxies) {

}
