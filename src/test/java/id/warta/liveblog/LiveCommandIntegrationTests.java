package id.warta.liveblog;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestBlogs.class })
class LiveCommandIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestBlogs testBlogs;

	@Autowired
	private LiveCommand command;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void write() {
		this.content.clear();
		this.testBlogs.started("gunung");
	}

	@Test
	void addsAnEntry() {
		assertThat(run("gunung", "Hujan <lebat>", "--title", "Cuaca", "--key")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8))
			.isEqualTo("Added to the live blog: Title of gunung" + System.lineSeparator());
		assertThat(this.content.one("select concat_ws(' ', title, body, key_event) from live_blog_entry"))
			.isEqualTo("Cuaca <p>Hujan &lt;lebat&gt;</p> t");
	}

	@Test
	void endsABlogAndTakesItUpAgain() {
		assertThat(run("gunung", "--end")).isZero();
		assertThat(run("gunung", "Hujan")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).startsWith("The live blog has ended");
		assertThat(run("gunung", "--start")).isZero();
		assertThat(run("gunung", "Hujan")).isZero();
	}

	@Test
	void whatCannotBeIsSaidInOneLine() {
		this.content.article("biasa");
		assertThat(run("biasa", "Hujan")).isEqualTo(1);
		assertThat(run("biasa", "--start")).isEqualTo(1);
		assertThat(run("tidak-ada", "Hujan")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8).lines()).containsExactly("The article has no live blog",
				"The article is not of the type LIVE", "There is no article 'tidak-ada' that readers can see");
		assertThat(this.out.size()).isZero();
	}

	private int run(String... arguments) {
		return this.command.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

}
