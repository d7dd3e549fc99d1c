package id.warta.live;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlRequest;

/**
 * What makes two subscriptions equal.
 *
 * @param document the document's text
 * @param operationName which of its operations
 * @param variables the variables, but for the one that says from where on
 * @param locale the client's language, in which an answer may be
 */
record SharingKey(String document, @Nullable String operationName, Map<String, @Nullable Object> variables,
		@Nullable Locale locale) {

	static SharingKey of(WebGraphQlRequest request, Map<String, @Nullable Object> variables) {
		return new SharingKey(request.getDocument(), request.getOperationName(), variables, request.getLocale());
	}

}
