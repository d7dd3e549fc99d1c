package id.warta.viewcount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import id.warta.site.SiteSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells by the address of the page before where readers come from.
 */
@Component
class Referrers {

	/** What browsers send is shorter. */
	private static final int LONGEST = 4096;

	/** Stands for whatever follows a name, such as {@code co.id}. */
	private static final String ANYWHERE = ".*";

	/** What may: a top level domain, or a country's for companies. */
	private static final Pattern DOMAIN = Pattern.compile("[a-z]{2,3}|com?\\.[a-z]{2}");

	private final SiteSettings site;

	private final Map<String, ViewSource> hosts = read();

	Referrers(SiteSettings site) {
		this.site = site;
	}

	private static Map<String, ViewSource> read() {
		try {
			return new ClassPathResource("referrers.txt", Referrers.class).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" "))
				.collect(Collectors.toMap((words) -> words[1], (words) -> ViewSource.valueOf(words[0])));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where a reader comes from.
	 * @param referrer the address of the page before, as {@code document.referrer} has
	 * it; anything else is answered as well
	 */
	ViewSource source(@Nullable String referrer) {
		if (referrer == null || referrer.isBlank()) {
			return ViewSource.DIRECT;
		}
		String host = (referrer.length() <= LONGEST) ? host(referrer) : null;
		if (host == null) {
			return ViewSource.OTHER;
		}
		return host.equals(host(this.site.current().url())) ? ViewSource.INTERNAL : byName(host);
	}

	private static @Nullable String host(String address) {
		try {
			String host = URI.create(address).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** The longest known name that the host is, or is below of, decides. */
	private ViewSource byName(String host) {
		String name = host;
		while (true) {
			ViewSource source = this.hosts.getOrDefault(name, anywhere(name));
			int dot = name.indexOf('.');
			if (source != null || dot < 0) {
				return (source != null) ? source : ViewSource.OTHER;
			}
			name = name.substring(dot + 1);
		}
	}

	private @Nullable ViewSource anywhere(String name) {
		int dot = name.indexOf('.');
		return (dot > 0 && DOMAIN.matcher(name.substring(dot + 1)).matches())
				? this.hosts.get(name.substring(0, dot) + ANYWHERE) : null;
	}

}
