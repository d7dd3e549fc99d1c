package id.warta.platform.input;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

import org.springframework.graphql.data.ArgumentValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EditedColumnsTests {

	@Test
	void whatIsOmittedIsNotWrittenAndNullIs() {
		EditedColumns columns = new EditedColumns()
			.set("name", "name", ArgumentValue.<String>omitted(), InputText::line)
			.clearable("tagline", "tagline", ArgumentValue.<String>omitted(), InputText::line)
			.clearable("parent_id", "parentId", ArgumentValue.<Long>ofNullable(null), (id, field) -> id)
			.set("title", "title", ArgumentValue.ofNullable(" Banjir "), InputText::line);
		assertThat(columns.json().asString()).isEqualTo("{\"parent_id\":null,\"title\":\"Banjir\"}");
		assertThat(columns.requireAny().get("title")).isEqualTo("Banjir");
	}

	@Test
	void whatAlwaysHasAValueCannotBeCleared() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> new EditedColumns().set("time_zone", "timeZone", ArgumentValue.ofNullable(null)))
			.satisfies((ex) -> assertThat(ex.code() + " " + ex.argument()).isEqualTo("BAD_ARGUMENT timeZone"));
	}

	@Test
	void aSummaryHoldsNoLongTexts() {
		EditedColumns columns = new EditedColumns().put("name", "x".repeat(300))
			.put("description", "x".repeat(301))
			.put("parent_id", null);
		assertThat(columns.summary()).containsEntry("name", "x".repeat(300))
			.containsEntry("description", "301 characters")
			.containsEntry("parent_id", null);
		assertThat(columns.get("description")).isEqualTo("x".repeat(301));
	}

	@Test
	void anEditOfNothingIsRefused() {
		EditedColumns columns = new EditedColumns().set("title", "title", ArgumentValue.omitted());
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(columns::requireAny)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"));
	}

}
