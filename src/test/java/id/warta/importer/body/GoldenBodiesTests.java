package id.warta.importer.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import id.warta.platform.HtmlSanitiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What WordPress keeps, beside what readers saw: {@code NAME.txt} and {@code NAME.html}.
 */
class GoldenBodiesTests {

	private static final Path FILES = Path.of("src/test/resources/importer/bodies");

	private static final Attachment BOAT = new Attachment("7", "IMAGE", "https://kabar.example/berkas/perahu.jpg",
			"Perahu", "Perahu <karet>", 300, 200);

	private static final Attachment RECORDING = new Attachment("8", "AUDIO", "https://kabar.example/berkas/rekaman.mp3",
			"", null, null, null);

	private static final Attachment MARKET = new Attachment("9", "IMAGE", "https://kabar.example/berkas/pasar.png", "",
			null, null, null);

	private final BodyRenderer renderer = new BodyRenderer(
			new Attachments(Map.of("7", BOAT, "8", RECORDING, "9", MARKET),
					Map.of("100", List.of(BOAT, RECORDING, MARKET))),
			"https://kabar.example");

	@ParameterizedTest
	@ValueSource(strings = { "paragraphs", "captions", "galleries", "players", "embeds", "blocks", "pages", "harmful",
			"scripts" })
	void bodiesComeOutAsReadersSawThem(String name) throws IOException {
		assertThat(render(name).html() + "\n").isEqualTo(Files.readString(FILES.resolve(name + ".html")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "paragraphs", "captions", "galleries", "players", "embeds", "blocks", "pages", "harmful",
			"scripts" })
	void whatIsSaneStaysAsItIs(String name) throws IOException {
		String html = render(name).html();
		assertThat(HtmlSanitiser.clean(html, "https://kabar.example/")).isEqualTo(html);
	}

	@Test
	void theTeaserIsWhatStandsBeforeTheMark() throws IOException {
		assertThat(render("pages").teaser()).isEqualTo("<p>Halaman satu.</p>");
		assertThat(render("blocks").teaser()).isNull();
	}

	@Test
	void mediaAreToldInTheirOrder() throws IOException {
		assertThat(render("galleries").media()).containsExactly("7", "9");
		assertThat(render("players").media()).containsExactly("8");
		assertThat(render("captions").media()).containsExactly("7");
	}

	@Test
	void whatCannotBeRenderedIsTold() throws IOException {
		assertThat(render("blocks").notes()).containsExactly("blocks that WordPress fills in: latest-posts, archives");
		assertThat(render("galleries").notes()).containsExactly("a gallery without pictures in the export",
				"a gallery with 1 of its 2 pictures");
	}

	private RenderedBody render(String name) throws IOException {
		return this.renderer.render("100", Files.readString(FILES.resolve(name + ".txt")));
	}

}
