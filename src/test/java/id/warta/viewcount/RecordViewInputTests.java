package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordViewInputTests {

	private static final String ARTICLE = new NodeId("Article", 17).toString();

	@ParameterizedTest
	@ValueSource(strings = { "a1b2c3d4", "0f8fad5b-d9cb-469f-a165-70867728950e", "A_z-0123" })
	void aRandomIdNamesAVisitor(String visitor) {
		assertThat(new RecordViewInput(ARTICLE, visitor, null).reader()).isEqualTo(new Visitor(visitor));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a1b2c3d", "a1b2c3d4 ", "a1b2c3d4\n", "a1b2:c3d4", "pengunjung-\u00e9",
			"0123456789012345678901234567890123456789012345678901234567890123456789" })
	void anythingElseDoesNot(String visitor) {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(new RecordViewInput(ARTICLE, visitor, null)::reader)
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo("visitor"));
	}

	@Test
	void onlyAnArticleIsViewed() {
		String author = new NodeId("Author", 17).toString();
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> new RecordViewInput(author, "a1b2c3d4", null).article())
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo("articleId"));
	}

}
