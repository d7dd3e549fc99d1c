package id.warta.viewcount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells programs from readers by what they say they are: by the list of the project
 * crawler-user-agents, which has previews of links and monitors too.
 */
@Component
class Crawlers {

	/** What browsers say is shorter. */
	private static final int LONGEST = 512;

	/** How many user agents are remembered, most of which come again and again. */
	private static final int REMEMBERED = 10_000;

	private final Pattern pattern = Pattern.compile(patterns());

	private final LoadingCache<String, Boolean> known = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.build((userAgent) -> this.pattern.matcher(userAgent).find());

	private static String patterns() {
		try {
			return new ClassPathResource("crawlers.txt", Crawlers.class).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.collect(Collectors.joining("|"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether a user agent is a crawler's. Whoever says nothing, or too much, is taken
	 * for one.
	 */
	boolean has(@Nullable String userAgent) {
		return userAgent == null || userAgent.isBlank() || userAgent.length() > LONGEST
				|| Objects.requireNonNull(this.known.get(userAgent));
	}

}
