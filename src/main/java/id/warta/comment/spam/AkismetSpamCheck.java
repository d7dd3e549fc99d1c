package id.warta.comment.spam;

import java.util.Locale;
import java.util.function.Supplier;

import id.warta.site.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks a service over HTTP, as the API of Akismet 1.1 has it (<a href=
 * "https://akismet.com/developers/detailed-docs/comment-check/">comment-check</a>, and
 * submit-spam and submit-ham for what moderators know better).
 */
final class AkismetSpamCheck implements SpamCheck {

	private static final Logger log = LoggerFactory.getLogger(AkismetSpamCheck.class);

	private static final String TRUE = "true";

	private static final String FALSE = "false";

	private final WebClient http;

	private final AkismetProperties properties;

	private final Supplier<Blog> blog;

	AkismetSpamCheck(WebClient http, AkismetProperties properties, Supplier<Blog> blog) {
		this.http = http;
		this.properties = properties;
		this.blog = blog;
	}

	/**
	 * Whose comments are checked.
	 *
	 * @param url the site's address, without a slash at the end
	 * @param locale its language
	 */
	record Blog(String url, Locale locale) {

	}

	@Override
	public Mono<SpamVerdict> check(Suspect comment) {
		return post("comment-check", comment).map((answer) -> verdict(String.valueOf(answer.getBody()).strip()))
			.onErrorResume((ex) -> {
				log.warn("The spam check gives no answer: {}", ex.toString());
				return Mono.just(SpamVerdict.UNKNOWN);
			});
	}

	private static SpamVerdict verdict(String answer) {
		return switch (answer) {
			case TRUE -> SpamVerdict.SPAM;
			case FALSE -> SpamVerdict.HAM;
			default -> throw new IllegalStateException("it says neither true nor false: is the key right?");
		};
	}

	/**
	 * Tells the service what a moderator knows better. A failure is logged.
	 */
	Mono<Void> correct(Suspect comment, boolean spam) {
		return post(spam ? "submit-spam" : "submit-ham", comment).then().onErrorResume((ex) -> {
			log.warn("The spam check could not be told better: {}", ex.toString());
			return Mono.empty();
		});
	}

	private Mono<ResponseEntity<String>> post(String call, Suspect comment) {
		return this.http.post()
			.uri(this.properties.url() + "/1.1/" + call)
			.body(BodyInserters.fromFormData(form(comment)))
			.retrieve()
			.toEntity(String.class)
			.timeout(this.properties.timeout());
	}

	private MultiValueMap<String, String> form(Suspect comment) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("api_key", this.properties.key());
		Blog whose = this.blog.get();
		form.add("blog", whose.url());
		form.add("blog_lang", whose.locale().getLanguage());
		form.add("blog_charset", "UTF-8");
		form.add("user_ip", comment.address());
		form.add("user_agent", (comment.userAgent() != null) ? comment.userAgent() : "");
		form.add("permalink", whose.url() + Addresses.path("Article", comment.articleSlug()));
		form.add("comment_type", comment.reply() ? "reply" : "comment");
		form.add("comment_author", comment.name());
		form.add("comment_author_email", (comment.email() != null) ? comment.email() : "");
		form.add("comment_content", comment.source());
		return form;
	}

}
