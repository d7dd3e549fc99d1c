package id.warta.comment.setting;

import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The site's rules for comments, held in memory.
 */
@Component
public class SiteCommentSettings {

	/** The kind of the events that say that they have changed. */
	static final String CHANGED = "COMMENT_SETTINGS_CHANGED";

	private final Replica<CommentSettings> settings;

	SiteCommentSettings(DatabaseClient database, Replicas replicas) {
		this.settings = replicas.of(database.sql("select " + CommentSettings.COLUMNS + " from comment_settings")
			.map(CommentSettings::of)
			.one(), CHANGED);
	}

	public CommentSettings current() {
		return this.settings.value();
	}

}
