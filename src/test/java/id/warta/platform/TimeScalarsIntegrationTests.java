package id.warta.platform;

import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class })
class TimeScalarsIntegrationTests {

	private static final String PIN = """
			mutation ($start: DateTime) { pinToPlacement(input: {placementId: "%s", articleId: "%s", startsAt: $start}) {
			  placement { pins { startsAt } } errors { code path } } }"""
		.formatted(new NodeId("Placement", 1), new NodeId("Article", 1));

	private static final String ARCHIVE = "query ($from: Date) { archive(by: DAY, from: $from) { date } }";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester editor;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("satu");
		this.content.run("insert into placement (slug, name, size) values ('utama', 'Utama', 3)");
		this.content.changed();
		this.editor = this.staff.as(this.staff.viewer(Role.EDITOR));
	}

	private static void assertRefused(GraphQlTester.Response response) {
		response.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code",
						"GRAPHQL_VALIDATION_FAILED")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59-18:00", "+10000-01-01T00:00:00Z",
			"9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", "0000-01-01T00:00:00Z", "-0044-03-15T12:00:00Z" })
	void timesOfYearsThatNobodyCanReadAreRefused(String time) {
		assertRefused(this.editor.document(PIN).variable("start", time).execute());
		assertRefused(this.editor.document(PIN.replace("($start: DateTime)", "").replace("$start", "\"" + time + "\""))
			.execute());
		assertThat(this.content.one("select count(*) from placement_pin")).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+999999-01-01", "+999999999-12-31", "+10000-01-01", "0000-12-31", "-0044-03-15" })
	void daysOfYearsThatNobodyCanReadAreRefused(String day) {
		assertRefused(this.editor.document(ARCHIVE).variable("from", day).execute());
		assertRefused(this.editor.document(ARCHIVE.replace("($from: Date)", "").replace("$from", "\"" + day + "\""))
			.execute());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.000Z" })
	void theFirstAndTheLastTimeAreAnsweredAsTheyCame(String time) {
		this.editor.document(PIN)
			.variable("start", time)
			.execute()
			.path("pinToPlacement")
			.matchesJson("{\"placement\": {\"pins\": [{\"startsAt\": \"%s\"}]}, \"errors\": []}".formatted(time));
	}

	@Test
	void theFirstAndTheLastDayAreDays() {
		this.editor.document("query ($from: Date, $to: Date) { archive(by: DAY, from: $from, to: $to) { date } }")
			.variables(Map.of("from", "0001-01-01", "to", "9999-12-31"))
			.execute()
			.path("archive[*].date")
			.entityList(String.class)
			.containsExactly("2025-08-03");
	}

}
