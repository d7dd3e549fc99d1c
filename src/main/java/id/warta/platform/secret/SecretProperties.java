package id.warta.platform.secret;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How secrets are kept that all nodes share.
 *
 * @param key what they are wrapped by in PostgreSQL: 32 random bytes in base64; not
 * needed with the embedded PostgreSQL
 */
@ConfigurationProperties("warta.secrets")
public record SecretProperties(@Nullable String key) {

}
