package id.warta.comment.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import id.warta.platform.InvalidInputException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommentTextTests {

	private static final Set<String> ELEMENTS = Set.of("a", "blockquote", "br", "code", "em", "p", "pre", "strong");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Halo semua                        | <p>Halo semua</p>
					*satu* dan **dua**                | <p><em>satu</em> dan <strong>dua</strong></p>
					satu\\ndua                        | <p>satu<br>\\ndua</p>
					satu\\n\\ndua                     | <p>satu</p>\\n<p>dua</p>
					> kutipan                         | <blockquote>\\n<p>kutipan</p>\\n</blockquote>
					`kode`                            | <p><code>kode</code></p>
					```\\na < b\\n```                 | <pre><code>a &lt; b\\n</code></pre>
					[lihat](https://warta.example/a)  | <p><a href="https://warta.example/a" rel="nofollow ugc">lihat</a></p>
					https://warta.example/a           | <p><a href="https://warta.example/a" rel="nofollow ugc">https://warta.example/a</a></p>
					![foto](https://warta.example/a)  | <p><a href="https://warta.example/a" rel="nofollow ugc">foto</a></p>
					# bukan judul                     | <p># bukan judul</p>
					- bukan daftar                    | <p>- bukan daftar</p>
					1 < 2 & 3 > 2                     | <p>1 &lt; 2 &amp; 3 &gt; 2</p>
					<b>tebal</b>                      | <p>&lt;b&gt;tebal&lt;/b&gt;</p>
					""")
	void aLittleMarkdownBecomesHtml(String source, String html) {
		assertThat(CommentText.of(source.replace("\\n", "\n"), "body").html()).isEqualTo(html.replace("\\n", "\n"));
	}

	static List<String> vectors() {
		try {
			return new ClassPathResource("comment/xss.txt").getContentAsString(StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void nothingThatIsWrittenRuns(String vector) {
		harmless(vector);
		harmless("Halo\n\n" + vector + "\n\n> " + vector);
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13, 14 })
	void nothingThatIsMadeOfThemRuns(long seed) {
		Random random = new Random(seed);
		List<String> vectors = vectors();
		for (int i = 0; i < 200; i++) {
			String first = vectors.get(random.nextInt(vectors.size()));
			String second = vectors.get(random.nextInt(vectors.size()));
			String mixed = first.substring(0, random.nextInt(first.length() + 1))
					+ second.substring(random.nextInt(second.length()));
			if (!mixed.isBlank()) {
				harmless("seed %d %s".formatted(seed, mixed));
			}
		}
	}

	private static void harmless(String source) {
		String html = CommentText.of(source, "body").html();
		Element body = Jsoup.parseBodyFragment(html).body();
		for (Element element : body.getAllElements().subList(1, body.getAllElements().size())) {
			assertThat(element.normalName()).as(html).isIn(ELEMENTS);
			List<String> attributes = element.attributes().asList().stream().map(Attribute::getKey).toList();
			if (element.nameIs("a")) {
				assertThat(attributes).as(html).containsExactlyInAnyOrder("href", "rel");
				assertThat(element.attr("href")).as(html).matches("(?s)(?:https?://|mailto:).*");
				assertThat(element.attr("rel")).isEqualTo("nofollow ugc");
			}
			else {
				assertThat(attributes).as(html).isEmpty();
			}
		}
	}

	@Test
	void linksAreCounted() {
		assertThat(CommentText.of("[a](https://a.example) https://b.example www.c.example x@d.example", "body").links())
			.isEqualTo(4);
	}

	static Stream<String> refused() {
		return Stream.of("", " \n ", "a".repeat(5_001), "```\n```", ">\n>\n", "> ".repeat(30) + "a",
				"*a **b ".repeat(30) + "c** d*".repeat(30), "https://a.example/ ".repeat(21));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void whatNobodyCanReadIsRefused(String source) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> CommentText.of(source, "body"))
			.satisfies((ex) -> assertThat(ex.code() + " " + ex.argument()).isEqualTo("BAD_ARGUMENT body"));
	}

	static Stream<String> bombs() {
		return Stream
			.of("[", "![", "*", "_*", "`", "> ", "](", "<", "&", "\\", "[a](", "**a *b ", "<!--", "www.", "a@b.",
					"http://", "```\n", ">>>>\n")
			.map((part) -> part.repeat(5_000 / part.length()));
	}

	@ParameterizedTest
	@MethodSource("bombs")
	void whateverIsRepeatedComesToAnEnd(String source) {
		try {
			assertThat(CommentText.of(source, "body").html()).isNotNull();
		}
		catch (InvalidInputException refused) {
			assertThat(refused.code()).isEqualTo("BAD_ARGUMENT");
		}
	}

}
