package id.warta.comment.moderation;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import id.warta.comment.CommentSecrets;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Whom moderators keep out. The audit log, which is kept for ever, tells neither their
 * e-mail address nor where they come from.
 */
@Service
class BanDesk {

	private final CommentBans bans;

	private final CommentSecrets secrets;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final InstantSource clock;

	BanDesk(CommentBans bans, CommentSecrets secrets, AuditLog audit, TransactionalOperator transaction,
			InstantSource clock) {
		this.bans = bans;
		this.secrets = secrets;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Bans somebody, or changes their ban.
	 */
	Mono<CommentBan> ban(Viewer viewer, BanCommenterInput input) {
		viewer.require(Permission.MODERATE_COMMENTS);
		BanCommenterInput.Checked checked = input.checked(this.clock.instant());
		return recorded(viewer, "banCommenter", this.bans.put(viewer, checked));
	}

	/**
	 * Lifts a ban, and gives it. Fails with {@code NOT_FOUND}.
	 */
	Mono<CommentBan> lift(Viewer viewer, String banId) {
		viewer.require(Permission.MODERATE_COMMENTS);
		return recorded(viewer, "liftCommentBan", this.bans.delete(NodeId.parse(banId, CommentBans.SUBJECT, "banId"))
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("NOT_FOUND", "banId", "There is no such ban"))));
	}

	private Mono<CommentBan> recorded(Viewer viewer, String mutation, Mono<CommentBan> change) {
		return change
			.delayUntil((ban) -> details(ban)
				.flatMap((details) -> this.audit.append(viewer, mutation, CommentBans.SUBJECT, ban.id(), details)))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<Map<String, String>> details(CommentBan ban) {
		Map<String, String> details = new LinkedHashMap<>();
		details.put("effect", ban.effect().name());
		if (ban.expiresAt() != null) {
			details.put("expiresAt", ban.expiresAt().toString());
		}
		return (ban.email() == null) ? Mono.just(details) : this.secrets.avatar(ban.email()).map((hash) -> {
			details.put("avatarHash", hash);
			return details;
		});
	}

}
