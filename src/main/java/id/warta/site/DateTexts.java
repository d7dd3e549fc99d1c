package id.warta.site;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Dates as people read them, in any language that CLDR knows. ICU's data, and not the
 * JDK's, so that every JDK gives the same text.
 */
@Component
class DateTexts {

	/** How many languages and zones are kept; those that readers ask for are few. */
	private static final int KEPT = 100;

	private final InstantSource clock;

	private final Cache<Place, DateWords> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

	DateTexts(InstantSource clock) {
		this.clock = clock;
	}

	private record Place(Locale locale, ZoneId zone) {

	}

	/**
	 * A text of a date.
	 * @param instant the date
	 * @param zone the time zone that readers see it in
	 * @param locale their language
	 * @param style how long
	 */
	Mono<String> text(Instant instant, ZoneId zone, Locale locale, DateStyle style) {
		return words(new Place(locale, zone)).map((words) -> words.text(instant, this.clock.instant(), style));
	}

	/**
	 * How long a text takes to read: {@code 3 menit baca}.
	 * @param minutes how many minutes
	 * @param zone any time zone, best one that readers ask for dates in
	 * @param locale the readers' language
	 */
	Mono<String> readingTime(int minutes, ZoneId zone, Locale locale) {
		return words(new Place(locale, zone)).map((words) -> words.readingTime(minutes));
	}

	/** ICU reads a language's data from files when it is first used. */
	private Mono<DateWords> words(Place place) {
		return Mono.justOrEmpty(this.kept.getIfPresent(place))
			.switchIfEmpty(Mono.fromCallable(() -> load(place)).subscribeOn(Schedulers.boundedElastic()));
	}

	private DateWords load(Place place) {
		DateWords words = new DateWords(place.locale(), place.zone());
		this.kept.put(place, words);
		return words;
	}

}
