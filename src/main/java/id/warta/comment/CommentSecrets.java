package id.warta.comment;

import java.util.Locale;

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
	Mono<Avatars> avatars(boolean wanted) {
		return wanted ? this.hash.map((key) -> (email) -> avatar(key, email)) : Mono.just((email) -> null);
	}

	/**
	 * What tells a commenter from others, as {@link Comment#avatarHash()} has it.
	 */
	public Mono<String> avatar(String email) {
		return this.hash.map((key) -> hash(key, email));
	}

	/**
	 * What tells a visitor from others, whom nobody can tell from it.
	 * @param visitor the id that a page has for them
	 */
	public Mono<byte[]> visitor(String visitor) {
		return this.hash.map((key) -> key.of("visitor", visitor));
	}

	private static @Nullable String avatar(KeyedHash key, @Nullable String email) {
		return (email != null) ? hash(key, email) : null;
	}

	private static String hash(KeyedHash key, String email) {
		return key.hex("avatar", email.strip().toLowerCase(Locale.ROOT));
	}

}
