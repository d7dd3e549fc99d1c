package id.warta.breaking;

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
@Import(TestContent.class)
class FlashCommandIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private FlashCommand command;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("banjir");
	}

	@Test
	void marksAnArticleForTwoHours() {
		assertThat(run("banjir")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).matches("Breaking news until \\S+Z: Title of banjir\\R");
		assertThat(minutesLeft()).isBetween(119, 120);
	}

	@Test
	void marksItForAsLongAsWanted() {
		assertThat(run("--for", "30m", "banjir")).isZero();
		assertThat(minutesLeft()).isBetween(29, 30);
		assertThat(run("banjir", "--for=3h")).isZero();
		assertThat(minutesLeft()).isBetween(179, 180);
	}

	@Test
	void endsIt() {
		run("banjir");
		assertThat(run("banjir", "--end")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).endsWith("No longer breaking news: Title of banjir\n");
		assertThat(this.content.one("select breaking_until from article")).isEqualTo("null");
		assertThat(run("banjir", "--end")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isEqualTo("No article 'banjir' is breaking news\n");
	}

	@Test
	void anUnknownSlugIsSaidInOneLine() {
		assertThat(run("tidak-ada")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8))
			.isEqualTo("There is no article 'tidak-ada' that readers can see\n");
		assertThat(this.out.size()).isZero();
	}

	private int minutesLeft() {
		return Integer.parseInt(String.valueOf(this.content
			.one("select ceil(extract(epoch from breaking_until - now()) / 60)::integer from article")));
	}

	private int run(String... arguments) {
		return this.command.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

}
