package id.warta.comment.spam;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rules of our own, each about something that advertising does and readers hardly ever
 * do. One that fits makes a comment suspect; two, or one that no reader can meet, make it
 * spam.
 */
@Component
@Order(0)
class SpamRules implements SpamCheck {

	/** Markup of forums and pages, which nobody writes by hand here. */
	private static final Pattern FOREIGN_MARKUP = Pattern.compile("(?i)\\[url\\b|\\[link\\b|<a\\s[^>]*href|\\[img\\b");

	private static final Pattern ADDRESS = Pattern.compile("(?i)https?:|www\\.|\\b[a-z0-9-]+\\.(?:com|net|org|info|biz|"
			+ "xyz|top|online|site|shop|club|icu|vip|ru|cn)\\b");

	/** The same character, ten times and more. */
	private static final Pattern RUN = Pattern.compile("([^\\s.!?*_=-])\\1{9,}");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

	/** What addresses are made of, and what is between words. */
	private static final Pattern NO_WORDS = Pattern.compile("\\S*[/=?&]\\S*|\\s");

	/** In characters: a text with a link should say something about it. */
	private static final int FEW_WORDS = 20;

	/** In letters: shorter texts may shout. */
	private static final int SHOUTED = 40;

	/** How many others may say the same in a day. */
	private static final int REPEATED = 2;

	/** In characters: short texts may be the same by chance. */
	private static final int BY_CHANCE = 40;

	private static final Set<UnicodeScript> LOOKALIKES = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC,
			UnicodeScript.GREEK);

	@Override
	public Mono<SpamVerdict> check(Suspect comment) {
		return Mono.fromSupplier(() -> verdict(comment));
	}

	static SpamVerdict verdict(Suspect comment) {
		if (comment.trapped()) {
			return SpamVerdict.SPAM;
		}
		long fitting = Stream
			.of(FOREIGN_MARKUP.matcher(comment.source()).find(), ADDRESS.matcher(comment.name()).find(),
					RUN.matcher(comment.plain()).find(), isLinkAlone(comment), isShouted(comment.plain()),
					isRepeated(comment), mixesScripts(comment.plain()))
			.filter((fits) -> fits)
			.count();
		return (fitting == 0) ? SpamVerdict.HAM : (fitting == 1) ? SpamVerdict.SUSPECT : SpamVerdict.SPAM;
	}

	private static boolean isLinkAlone(Suspect comment) {
		String words = ADDRESS.splitAsStream(comment.plain()).collect(Collectors.joining());
		return comment.links() > 0 && NO_WORDS.matcher(words).replaceAll("").length() < FEW_WORDS;
	}

	private static boolean isShouted(String plain) {
		String letters = plain.codePoints()
			.filter(Character::isLetter)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return letters.length() >= SHOUTED && letters.equals(letters.toUpperCase(Locale.ROOT))
				&& !letters.equals(letters.toLowerCase(Locale.ROOT));
	}

	private static boolean isRepeated(Suspect comment) {
		return comment.repeated() > REPEATED && comment.plain().length() >= BY_CHANCE;
	}

	/** Letters of several scripts within a word are there to deceive. */
	private static boolean mixesScripts(String plain) {
		return BETWEEN_WORDS.splitAsStream(plain)
			.anyMatch((word) -> word.codePoints()
				.mapToObj(UnicodeScript::of)
				.filter(LOOKALIKES::contains)
				.distinct()
				.count() > 1);
	}

}
