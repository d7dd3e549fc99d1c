package id.warta.comment;

import java.util.Locale;
import java.util.function.UnaryOperator;

import id.warta.platform.secret.KeyedHash;
import id.warta.platform.secret.SharedSecrets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What all nodes sign with that has to do with comments.
 */
@Component
public class CommentSecrets {

	private final Mono<KeyedHash> hash;

	CommentSecrets(SharedSecrets secrets) {
		this.hash = secrets.hash("comment");
	}

	public Mono<KeyedHash> hash() {
		return this.hash;
	}

	/**
	 * Makes what tells commenters from each other of their e-mail addresses.
	 * @param wanted whether anybody asks for it
	 */
	Mono<UnaryOperator<@Nullable String>> avatars(boolean wanted) {
		return wanted ? this.hash.map((key) -> (email) -> avatar(key, email)) : Mono.just((email) -> null);
	}

	private static @Nullable String avatar(KeyedHash key, @Nullable String email) {
		return (email != null) ? key.hex("avatar", email.strip().toLowerCase(Locale.ROOT)) : null;
	}

}
