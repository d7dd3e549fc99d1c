package id.warta.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import id.warta.platform.Rows;
import id.warta.platform.input.EditedColumns;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the site's settings.
 */
@Component
class SiteTable {

	private final DatabaseClient database;

	private final JsonMapper json;

	SiteTable(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	Mono<Site> read() {
		return this.database
			.sql("select profile_set, network, label, url from social_profile order by profile_set, position")
			.map(SiteTable::profile)
			.all()
			.collectList()
			.flatMap((profiles) -> this.database.sql("select title, tagline, url, locale, time_zone from site")
				.map((row) -> site(row, profiles))
				.one());
	}

	private static Site site(Readable row, List<SocialProfile> profiles) {
		return new Site(Rows.required(row, "title", String.class), row.get("tagline", String.class),
				Rows.required(row, "url", String.class),
				Locale.forLanguageTag(Rows.required(row, "locale", String.class)),
				ZoneId.of(Rows.required(row, "time_zone", String.class)), profiles);
	}

	private static SocialProfile profile(Readable row) {
		return new SocialProfile(Rows.required(row, "profile_set", String.class),
				Rows.required(row, "network", String.class), row.get("label", String.class),
				Rows.required(row, "url", String.class));
	}

	/**
	 * Keeps everybody else from changing the settings until the transaction ends.
	 */
	Mono<Void> lock() {
		return this.database.sql("select from site for update").fetch().rowsUpdated().then();
	}

	/**
	 * Whether PostgreSQL, which divides the archive into days, knows a time zone.
	 */
	Mono<Boolean> knowsZone(String name) {
		return this.database.sql("select exists (select from pg_timezone_names where name = :name) as known")
			.bind("name", name)
			.mapValue(Boolean.class)
			.one();
	}

	Mono<Void> update(EditedColumns columns) {
		return this.database
			.sql("""
					update site s set (title, tagline, url, locale, time_zone) = (
					    select r.title, r.tagline, r.url, r.locale, r.time_zone from jsonb_populate_record(s, :columns) r)""")
			.bind("columns", columns.json())
			.then();
	}

	/**
	 * Sets all profiles of a set, in order.
	 */
	Mono<Void> replace(String set, List<SocialProfile> profiles) {
		return this.database.sql("delete from social_profile where profile_set = :set")
			.bind("set", set)
			.then()
			.then(insert(set, profiles));
	}

	private Mono<Void> insert(String set, List<SocialProfile> profiles) {
		return this.database.sql("""
				insert into social_profile (profile_set, position, network, label, url)
				select :set, r.place - 1, r.profile ->> 'network', r.profile ->> 'label', r.profile ->> 'url'
				from jsonb_array_elements(:profiles) with ordinality as r (profile, place)""")
			.bind("set", set)
			.bind("profiles", Json.of(this.json.writeValueAsString(profiles)))
			.then();
	}

}
