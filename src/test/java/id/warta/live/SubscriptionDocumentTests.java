package id.warta.live;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionDocumentTests {

	private static SubscriptionDocument read(String text) {
		return SubscriptionDocument.read(text, null).orElseThrow();
	}

	private static WebGraphQlRequest request(Map<String, @Nullable Object> variables) {
		return new WebGraphQlRequest(URI.create("/graphql"), HttpHeaders.EMPTY, new LinkedMultiValueMap<>(), null,
				Map.of(), Map.of("query", "subscription { s }", "variables", variables), "1", null);
	}

	@Test
	void aVariableThatSaysWhereToBeginIsNoDifference() {
		SubscriptionDocument document = read("subscription($a: String, $b: ID) { s(after: $a, id: $b) { x } }");
		WebGraphQlRequest request = request(Map.of("a", "cursor", "b", "1"));
		assertThat(document.isUnderstood(request)).isTrue();
		assertThat(document.after(request)).isEqualTo("cursor");
		assertThat(document.otherVariables(request)).isEqualTo(Map.of("b", "1"));
	}

	@Test
	void aVariableMayBeMissingOrNullOrHaveADefault() {
		SubscriptionDocument document = read("subscription($a: String = \"start\") { s(after: $a) { x } }");
		assertThat(document.after(request(Map.of()))).isEqualTo("start");
		Map<String, @Nullable Object> none = new HashMap<>();
		none.put("a", null);
		assertThat(document.after(request(none))).isNull();
		assertThat(document.isUnderstood(request(none))).isTrue();
	}

	@Test
	void whatTheEngineWouldRefuseIsLeftToIt() {
		SubscriptionDocument document = read("subscription($a: String!) { s(after: $a) { x } }");
		assertThat(document.isUnderstood(request(Map.of()))).isFalse();
		assertThat(document.isUnderstood(request(Map.of("a", 1)))).isFalse();
		assertThat(document.isUnderstood(request(Map.of("a", "cursor")))).isTrue();
	}

	@Test
	void aLiteralIsPartOfTheDocument() {
		SubscriptionDocument document = read("subscription { alias: s(after: \"cursor\") { x } }");
		assertThat(document.after(request(Map.of("after", "another")))).isEqualTo("cursor");
		assertThat(read("subscription { s(after: null) { x } }").after(request(Map.of()))).isNull();
		assertThat(read("subscription { s { x } }").after(request(Map.of()))).isNull();
	}

	@Test
	void theOperationThatIsNamedCounts() {
		String text = "subscription A { s(after: \"a\") { x } } subscription B { s(after: \"b\") { x } }";
		assertThat(SubscriptionDocument.read(text, "B").orElseThrow().after(request(Map.of()))).isEqualTo("b");
		assertThat(SubscriptionDocument.read(text, "C")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "subscription { ...F } fragment F on Subscription { s(after: \"a\") { x } }",
			"subscription { ... on Subscription { s(after: \"a\") { x } } }" })
	void aFieldThatHidesInAFragmentIsNotShared(String text) {
		assertThat(SubscriptionDocument.read(text, null)).isEmpty();
	}

}
