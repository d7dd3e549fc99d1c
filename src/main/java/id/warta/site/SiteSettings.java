package id.warta.site;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * The site's settings, held in memory.
 */
@Service
public class SiteSettings implements NodeLoader {

	/** The kind of the events that say that the settings have changed. */
	public static final String CHANGED = "SITE_CHANGED";

	private final Replica<Site> site;

	SiteSettings(DatabaseClient database, Replicas replicas) {
		this.site = replicas.of(load(database), CHANGED);
	}

	private static Mono<Site> load(DatabaseClient database) {
		return database
			.sql("select profile_set, network, label, url from social_profile order by profile_set, position")
			.map(SiteSettings::profile)
			.all()
			.collectList()
			.flatMap((profiles) -> database.sql("select title, tagline, url, locale, time_zone from site")
				.map((row) -> site(row, profiles))
				.one());
	}

	private static Site site(Readable row, List<SocialProfile> profiles) {
		return new Site(required(row, "title"), row.get("tagline", String.class), required(row, "url"),
				Locale.forLanguageTag(required(row, "locale")), ZoneId.of(required(row, "time_zone")), profiles);
	}

	private static SocialProfile profile(Readable row) {
		return new SocialProfile(required(row, "profile_set"), required(row, "network"), row.get("label", String.class),
				required(row, "url"));
	}

	private static String required(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, String.class), column);
	}

	public Site current() {
		return this.site.value();
	}

	@Override
	public String type() {
		return "Site";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, (id) -> (id == current().id()) ? current() : null);
	}

}
