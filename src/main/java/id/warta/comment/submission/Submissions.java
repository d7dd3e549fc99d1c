package id.warta.comment.submission;

import java.time.InstantSource;
import java.util.Objects;

import id.warta.comment.flood.FloodLimits;
import id.warta.comment.setting.CommentSettings;
import id.warta.comment.setting.SiteCommentSettings;
import id.warta.comment.spam.SpamChecks;
import id.warta.comment.spam.SpamVerdict;
import id.warta.comment.spam.Suspect;
import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.RateLimitedException;
import id.warta.platform.http.Reader;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Decides what becomes of what readers write. What can be looked at fast is looked at
 * first: how much comes from where, then the site's rules, then what it says.
 */
@Service
class Submissions {

	private final AdmissionTable table;

	private final FloodLimits limits;

	private final SiteCommentSettings settings;

	private final SpamChecks spam;

	private final InstantSource clock;

	Submissions(AdmissionTable table, FloodLimits limits, SiteCommentSettings settings, SpamChecks spam,
			InstantSource clock) {
		this.table = table;
		this.limits = limits;
		this.settings = settings;
		this.spam = spam;
		this.clock = clock;
	}

	/**
	 * Decides about a comment.
	 * @return fails with {@link RateLimitedException} if there were too many, with
	 * {@link InvalidInputException} {@code NOT_FOUND} if readers don't see the article or
	 * what it answers, and with {@link ConflictException}: {@code COMMENTS_CLOSED},
	 * {@code BANNED}
	 */
	Mono<Admission> admit(NewComment comment, Reader reader) {
		return limited(comment, reader).then(Mono.defer(() -> this.table.circumstances(comment, reader)))
			.switchIfEmpty(Mono.error(Submissions::noArticle))
			.flatMap((known) -> admit(comment, reader, known));
	}

	private Mono<Void> limited(NewComment comment, Reader reader) {
		return comment.author().isStaff() ? Mono.empty()
				: this.limits.comment(reader.network(), comment.author().key(), comment.articleId());
	}

	private Mono<Admission> admit(NewComment comment, Reader reader, Circumstances known) {
		CommentSettings rules = this.settings.current();
		if (!known.commenting().isOpen(rules, known.publishedAt(), this.clock.instant())) {
			return Mono.error(() -> new ConflictException("COMMENTS_CLOSED", "No comments can be written here"));
		}
		if (!known.parentThere()) {
			return Mono.error(Submissions::noParent);
		}
		if (comment.author().isStaff()) {
			return Mono.just(Admission.of(comment.author(), comment.text(), known, rules, SpamVerdict.HAM));
		}
		if (known.refused()) {
			return Mono.error(() -> new ConflictException("BANNED", "You may not write comments here"));
		}
		return this.spam.check(suspect(comment, reader, known))
			.map((verdict) -> Admission.of(comment.author(), comment.text(), known, rules, verdict));
	}

	private static Suspect suspect(NewComment comment, Reader reader, Circumstances known) {
		return new Suspect(known.slug(), comment.parentId() != null, comment.author().name(), comment.author().email(),
				reader.address(), reader.userAgent(), comment.text().source(), comment.text().plain(),
				comment.text().links(), comment.trapped(), known.repeated());
	}

	/**
	 * Why a comment wasn't added.
	 */
	Mono<OwnComment> refused(NewComment comment) {
		byte[] key = AdmissionTable.duplicateKey(comment.articleId(), comment.author(), comment.text().source());
		return this.table.known(comment)
			.switchIfEmpty(Mono.defer(() -> this.table.isDuplicate(key))
				.flatMap((duplicate) -> Mono.error(() -> duplicate ? duplicate()
						: Objects.isNull(comment.parentId()) ? noArticle() : noParent())));
	}

	static ConflictException duplicate() {
		return new ConflictException("DUPLICATE", "You have said this here before");
	}

	private static InvalidInputException noArticle() {
		return new InvalidInputException("NOT_FOUND", "articleId",
				"There is no article with this id that readers can see");
	}

	private static InvalidInputException noParent() {
		return new InvalidInputException("NOT_FOUND", "parentId",
				"There is no comment with this id that readers can see below the article");
	}

}
