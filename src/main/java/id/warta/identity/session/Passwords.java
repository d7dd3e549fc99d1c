package id.warta.identity.session;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;

import id.warta.platform.UnavailableException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, which takes a processor for a tenth of a second: a few at a time, so
 * that whoever guesses takes nothing from readers.
 */
@Component
public class Passwords implements DisposableBean {

	private static final int AT_ONCE = 2;

	private static final int WAITING = 100;

	/** A hash of what nobody knows. */
	private static final String NOBODYS = "{bcrypt}$2a$10$tZfXlU9kXvB1aJIdovrDTet3sO8aXp6vVKaAzwvBv.9F712AY0KAy";

	private final PasswordEncoder encoder;

	private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "warta-passwords", 60, true);

	Passwords(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	/**
	 * Hashes a password.
	 */
	public Mono<String> encode(String password) {
		return work(() -> this.encoder.encode(password));
	}

	/**
	 * Whether a password is the one of a hash. Where there is none it is the same work.
	 */
	Mono<Boolean> matches(String password, @Nullable String hash) {
		return work(() -> this.encoder.matches(password, (hash != null) ? hash : NOBODYS) && hash != null);
	}

	/** What finds no room is told to come again. */
	private <T> Mono<T> work(Callable<T> work) {
		return Mono.fromCallable(work)
			.subscribeOn(this.scheduler)
			.onErrorMap(RejectedExecutionException.class,
					(ex) -> new UnavailableException("Too many sign in at the same time"));
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

}
