package id.warta.importer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final PrintStream stream = new PrintStream(this.out, true, StandardCharsets.UTF_8);

	@Test
	void eachPercentIsDrawnOnce() {
		ProgressBar bar = new ProgressBar(this.stream, 200);
		for (int i = 0; i < 200; i++) {
			bar.accept(1);
		}
		assertThat(drawn().split("\r")).hasSize(102).doesNotHaveDuplicates();
		assertThat(drawn()).endsWith("####] 100 %");
	}

	@Test
	void moreBytesThanExpectedAreOneHundredPercent() {
		ProgressBar bar = new ProgressBar(this.stream, 0);
		bar.accept(5);
		assertThat(drawn()).contains("100 %");
	}

	@Test
	void aClearedBarLeavesNothingBehind() {
		ProgressBar bar = new ProgressBar(this.stream, 100);
		bar.accept(50);
		bar.clear();
		assertThat(drawn()).matches("(?s).* 50 %\r {48}\r");
	}

	private String drawn() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
