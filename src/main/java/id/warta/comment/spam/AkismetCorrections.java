package id.warta.comment.spam;

import id.warta.comment.moderation.ModerationVerdicts;
import id.warta.comment.text.CommentText;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Tells the service what moderators know better, so that it learns. Of comments that came
 * from elsewhere it is told nothing.
 */
final class AkismetCorrections implements ModerationVerdicts {

	private final DatabaseClient database;

	private final AkismetSpamCheck check;

	AkismetCorrections(DatabaseClient database, AkismetSpamCheck check) {
		this.database = database;
		this.check = check;
	}

	@Override
	public Mono<Void> corrected(long commentId, boolean spam) {
		return this.database.sql("""
				select a.slug, c.parent_id is not null as reply, c.author_name, c.author_email,
				    coalesce(host(c.author_address), '') as address, c.user_agent, c.source
				from comment c join article a on a.id = c.article_id where c.id = :id and c.source is not null""")
			.bind("id", commentId)
			.map(AkismetCorrections::suspect)
			.one()
			.flatMap((comment) -> this.check.correct(comment, spam));
	}

	private static Suspect suspect(Readable row) {
		CommentText text = CommentText.of(Rows.required(row, "source", String.class), "source");
		return new Suspect(Rows.required(row, "slug", String.class), Rows.required(row, "reply", Boolean.class),
				Rows.required(row, "author_name", String.class), row.get("author_email", String.class),
				Rows.required(row, "address", String.class), row.get("user_agent", String.class), text.source(),
				text.plain(), text.links(), false, 0);
	}

}
