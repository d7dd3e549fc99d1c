package id.warta.identity;

import java.time.Instant;

/**
 * Who somebody is at an identity provider.
 *
 * @param issuer the provider
 * @param subject what it calls them for ever
 * @param claimedAt when the newest token was issued that said so
 */
public record ForeignIdentity(String issuer, String subject, Instant claimedAt) {

}
