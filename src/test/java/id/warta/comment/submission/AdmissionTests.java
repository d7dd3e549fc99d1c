package id.warta.comment.submission;

import id.warta.comment.setting.Commenting;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import id.warta.comment.CommentStatus;
import id.warta.comment.setting.CommentModeration;
import id.warta.comment.setting.CommentSettings;
import id.warta.comment.spam.SpamVerdict;
import id.warta.comment.text.CommentText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AdmissionTests {

	private static final Commenter READER = new Commenter("Budi", "budi@warta.example", null);

	private static final Commenter STAFF = new Commenter("Sri", null, 7L);

	private static CommentSettings rules(CommentModeration moderation) {
		return new CommentSettings(true, null, moderation, 1, List.of("judi online", "SLOT"), 4, 5);
	}

	private static Circumstances known(boolean approvedBefore, boolean held) {
		return new Circumstances("satu", Instant.EPOCH, Commenting.DEFAULT, true, approvedBefore, false, held, 0);
	}

	static Stream<Arguments> cases() {
		return Stream.of(arguments("Halo", CommentModeration.HOLD_NONE, false, false, SpamVerdict.HAM, "APPROVED []"),
				arguments("Halo", CommentModeration.HOLD_FIRST, false, false, SpamVerdict.HAM,
						"PENDING [FIRST_COMMENT]"),
				arguments("Halo", CommentModeration.HOLD_FIRST, true, false, SpamVerdict.HAM, "APPROVED []"),
				arguments("Halo", CommentModeration.HOLD_ALL, true, false, SpamVerdict.HAM, "PENDING [ALL]"),
				arguments("https://a.example", CommentModeration.HOLD_NONE, true, false, SpamVerdict.HAM,
						"APPROVED []"),
				arguments("https://a.example https://b.example", CommentModeration.HOLD_NONE, true, false,
						SpamVerdict.HAM, "PENDING [LINKS]"),
				arguments("Ayo main s\u200Blot!", CommentModeration.HOLD_NONE, true, false, SpamVerdict.HAM,
						"PENDING [BLOCKED_WORD]"),
				arguments("Halo", CommentModeration.HOLD_NONE, true, true, SpamVerdict.HAM, "PENDING [BANNED]"),
				arguments("Halo", CommentModeration.HOLD_NONE, true, false, SpamVerdict.UNKNOWN,
						"PENDING [CHECK_UNAVAILABLE]"),
				arguments("Halo", CommentModeration.HOLD_NONE, true, false, SpamVerdict.SUSPECT, "PENDING [SPAM]"),
				arguments("Halo", CommentModeration.HOLD_ALL, true, true, SpamVerdict.SPAM,
						"SPAM [ALL, BANNED, SPAM]"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theSitesRulesDecide(String text, CommentModeration moderation, boolean approvedBefore, boolean held,
			SpamVerdict verdict, String expected) {
		Admission admission = Admission.of(READER, CommentText.of(text, "body"), known(approvedBefore, held),
				rules(moderation), verdict);
		assertThat(admission.status() + " " + admission.heldFor()).isEqualTo(expected);
	}

	@Test
	void theStaffIsNotHeld() {
		Admission admission = Admission.of(STAFF, CommentText.of("slot https://a.example https://b.example", "body"),
				known(false, true), rules(CommentModeration.HOLD_ALL), SpamVerdict.SPAM);
		assertThat(admission.status()).isEqualTo(CommentStatus.APPROVED);
	}

	@ParameterizedTest
	@CsvSource({ "true, DEFAULT, , true", "true, DEFAULT, 1, true", "true, DEFAULT, 0, false", "true, OPEN, 0, true",
			"true, CLOSED, , false", "false, OPEN, , false", "false, DEFAULT, , false" })
	void commentsCloseBySiteByArticleAndByAge(boolean open, Commenting commenting, Integer days, boolean expected) {
		Instant published = Instant.parse("2025-08-03T00:00:00Z");
		Instant now = published.plusSeconds(3600);
		CommentSettings rules = new CommentSettings(open, days, CommentModeration.HOLD_NONE, 1, List.of(), 4, 5);
		assertThat(commenting.isOpen(rules, published, now)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "judi online, true", "JUDI   ONLINE murah, true", "j\u0323udi-online!, true", "ｓｌｏｔ, true",
			"slots, false", "judi, false", "online judi, false", "perjudi online, false" })
	void blockedWordsAreFoundHoweverTheyAreWritten(String text, boolean found) {
		assertThat(BlockedWords.anyIn(List.of("judi online", "SLOT", "!"), text)).isEqualTo(found);
	}

}
