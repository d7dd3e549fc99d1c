package id.warta.identity;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the staff sign in.
 *
 * @param accessTokenLife how long an access token is good for
 * @param sessionLife after how long without a refreshing a session ends
 * @param attemptsPerAccount how many attempts to sign in an account may have
 * @param attemptsPerNetwork how many a client address may have, whatever the account
 * @param attemptsWithin in which time
 * @param passwordPage the page where a one-time link leads, which finds the token behind
 * the {@code #}; normally {@code /set-password} of the site
 * @param roleClaim where an identity provider's tokens say the roles: a claim, or the way
 * to it, such as {@code realm_access.roles}
 */
@ConfigurationProperties("warta.identity")
public record IdentityProperties(@DefaultValue("10m") Duration accessTokenLife,
		@DefaultValue("30d") Duration sessionLife, @DefaultValue("10") int attemptsPerAccount,
		@DefaultValue("30") int attemptsPerNetwork, @DefaultValue("15m") Duration attemptsWithin,
		@Nullable String passwordPage, @DefaultValue("roles") String roleClaim) {

}
