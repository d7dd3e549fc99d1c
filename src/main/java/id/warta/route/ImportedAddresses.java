package id.warta.route;

import id.warta.platform.Rows;
import id.warta.site.Addresses;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Where things are that had a number on the site that they were imported from.
 */
@Component
class ImportedAddresses {

	private final DatabaseClient database;

	ImportedAddresses(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The path of something that had a number, whether readers see it or not; empty if
	 * nothing had it. Of several sites' things the one counts whose site had this site's
	 * address, else the one that came first.
	 */
	Mono<Paths> at(WordPressAddress.Numbered number) {
		return this.database.sql("""
				select i.kind, coalesce(a.slug, p.slug, c.slug) as slug
				from imported i
				left join article a on i.kind = 'article' and a.id = i.target_id
				left join page p on i.kind = 'page' and p.id = i.target_id
				left join category c on i.kind = 'category' and c.id = i.target_id
				where i.source_id = :id and i.kind = any(:kinds) and coalesce(a.slug, p.slug, c.slug) is not null
				order by i.source <> (select url from site), i.imported_at, i.source, i.kind limit 1""")
			.bind("id", number.sourceId())
			.bind("kinds", number.kinds().toArray(String[]::new))
			.map((row) -> Paths
				.of(path(Rows.required(row, "kind", String.class), Rows.required(row, "slug", String.class))))
			.one();
	}

	private static String path(String kind, String slug) {
		return Addresses.path(kind.equals("category") ? "Category" : "Article", slug);
	}

}
