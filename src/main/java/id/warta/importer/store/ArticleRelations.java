package id.warta.importer.store;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes the authors, categories, tags and media of articles, all in their order.
 */
@Component
class ArticleRelations {

	private static final String CLEAR = "delete from %s where article_id = any(:ids)";

	private static final String FILL = """
			insert into %1$s (article_id, position, %2$s)
			select r.id, item.place - 1, item.id
			from jsonb_to_recordset(:rows) as r(id bigint, items bigint[])
			cross join unnest(r.items) with ordinality as item(id, place)""";

	private final DatabaseClient database;

	ArticleRelations(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> write(List<Change<ArticleRow>> changes) {
		return Flux.fromArray(Relation.values()).concatMap((relation) -> write(relation, changes)).then();
	}

	private Mono<Void> write(Relation relation, List<Change<ArticleRow>> changes) {
		Long[] rewritten = changes.stream().filter((change) -> !change.fresh()).map(Change::id).toArray(Long[]::new);
		List<Items> items = changes.stream()
			.map((change) -> new Items(change.id(), relation.of(change.row())))
			.filter((related) -> !related.items().isEmpty())
			.toList();
		return clear(relation, rewritten).then(fill(relation, items));
	}

	private Mono<Void> clear(Relation relation, Long[] articles) {
		return (articles.length == 0) ? Mono.empty()
				: this.database.sql(CLEAR.formatted(relation.table)).bind("ids", articles).then();
	}

	private Mono<Void> fill(Relation relation, List<Items> items) {
		return items.isEmpty() ? Mono.empty()
				: this.database.sql(FILL.formatted(relation.table, relation.column))
					.bind("rows", JsonRows.of(items))
					.then();
	}

	private record Items(long id, List<Long> items) {

	}

	private enum Relation {

		AUTHORS("article_author", "author_id") {
			@Override
			List<Long> of(ArticleRow row) {
				return row.authors();
			}
		},

		CATEGORIES("article_category", "category_id") {
			@Override
			List<Long> of(ArticleRow row) {
				return row.categories();
			}
		},

		TAGS("article_tag", "tag_id") {
			@Override
			List<Long> of(ArticleRow row) {
				return row.tags();
			}
		},

		MEDIA("article_media", "media_id") {
			@Override
			List<Long> of(ArticleRow row) {
				return row.media();
			}
		};

		private final String table;

		private final String column;

		Relation(String table, String column) {
			this.table = table;
			this.column = column;
		}

		abstract List<Long> of(ArticleRow row);

	}

}
