package id.warta.importer.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.importer.body.Attachment;
import id.warta.importer.body.Attachments;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes media, and finds those again that articles refer to.
 */
@Component
public class MediaWriter {

	private static final String WRITE = """
			insert into media (id, kind, url, mime_type, title, alt, caption, credit, width, height, created_at)
			select r.id, kind, url, mime_type, title, alt, caption, credit, width, height, coalesce(created_at, now())
			from jsonb_to_recordset(:rows) as r(id bigint, kind text, url text, mime_type text, title text, alt text,
				caption text, credit text, width integer, height integer, created_at timestamptz)
			on conflict (id) do update set kind = excluded.kind, url = excluded.url, mime_type = excluded.mime_type,
				title = excluded.title, alt = excluded.alt, caption = excluded.caption, credit = excluded.credit,
				width = excluded.width, height = excluded.height""";

	private static final String FIND = """
			select i.source_id, i.parent, m.id, m.kind, m.url, m.alt, m.caption, m.width, m.height
			from imported i join media m on m.id = i.target_id
			where i.source = :source and i.kind = 'media' and (i.source_id = any(:ids) or i.parent = any(:parents))
			order by i.position, length(i.source_id), i.source_id""";

	private final DatabaseClient database;

	private final Ledger ledger;

	MediaWriter(DatabaseClient database, Ledger ledger) {
		this.database = database;
		this.ledger = ledger;
	}

	public Mono<Tally> write(String source, List<MediaRow> rows) {
		return rows.isEmpty() ? Mono.just(new Tally()) : this.ledger.plan(source, Kind.MEDIA, rows)
			.flatMap((plan) -> write(source, plan).thenReturn(plan.tally()));
	}

	private Mono<Void> write(String source, Plan<MediaRow> plan) {
		if (plan.changes().isEmpty()) {
			return Mono.empty();
		}
		List<MediaRecord> records = plan.changes().stream().map(MediaRecord::of).toList();
		return this.database.sql(WRITE)
			.bind("rows", JsonRows.of(records))
			.then()
			.then(this.ledger.settle(source, Kind.MEDIA, plan.changes().stream().map(Settlement::of).toList()));
	}

	/**
	 * Finds what was imported before.
	 * @param ids the source's ids of files
	 * @param parents the source's ids of articles, all of whose files are wanted
	 */
	public Mono<MediaLibrary> find(String source, Collection<String> ids, Collection<String> parents) {
		return this.database.sql(FIND)
			.bind("source", source)
			.bind("ids", ids.toArray(String[]::new))
			.bind("parents", parents.toArray(String[]::new))
			.map(Found::of)
			.all()
			.collectList()
			.map(MediaWriter::library);
	}

	private static MediaLibrary library(List<Found> found) {
		Map<String, Long> ids = new HashMap<>();
		Map<String, Attachment> byId = new HashMap<>();
		Map<String, List<Attachment>> byParent = new HashMap<>();
		for (Found file : found) {
			ids.put(file.attachment().id(), file.id());
			byId.put(file.attachment().id(), file.attachment());
			if (file.parent() != null) {
				byParent.computeIfAbsent(file.parent(), (key) -> new ArrayList<>()).add(file.attachment());
			}
		}
		return new MediaLibrary(new Attachments(byId, byParent), ids);
	}

	private record Found(long id, @Nullable String parent, Attachment attachment) {

		static Found of(Readable row) {
			Attachment attachment = new Attachment(text(row, "source_id"), text(row, "kind"), text(row, "url"),
					text(row, "alt"), row.get("caption", String.class), row.get("width", Integer.class),
					row.get("height", Integer.class));
			return new Found(Objects.requireNonNull(row.get("id", Long.class)), row.get("parent", String.class),
					attachment);
		}

		private static String text(Readable row, String column) {
			return Objects.requireNonNull(row.get(column, String.class));
		}

	}

	private record MediaRecord(long id, String kind, String url, @Nullable String mimeType, @Nullable String title,
			String alt, @Nullable String caption, @Nullable String credit, @Nullable Integer width,
			@Nullable Integer height, @Nullable Instant createdAt) {

		static MediaRecord of(Change<MediaRow> change) {
			MediaRow row = change.row();
			return new MediaRecord(change.id(), row.kind(), row.url(), row.mimeType(), row.title(), row.alt(),
					row.caption(), row.credit(), row.width(), row.height(), row.createdAt());
		}

	}

}
