package id.warta.live;

import java.util.Locale;
import java.util.Map;

import id.warta.platform.access.SignedIn;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlRequest;

/**
 * What makes two subscriptions equal.
 *
 * @param document the document's text
 * @param operationName which of its operations
 * @param variables the variables, but for the one that says from where on
 * @param locale the client's language, in which an answer may be
 * @param viewer who of the staff it is for, and what they may do; null for readers
 */
record SharingKey(String document, @Nullable String operationName, Map<String, @Nullable Object> variables,
		@Nullable Locale locale, @Nullable Viewer viewer) {

	static SharingKey of(WebGraphQlRequest request, Map<String, @Nullable Object> variables) {
		SignedIn signedIn = SignedIn.in(request.getAttributes());
		return new SharingKey(request.getDocument(), request.getOperationName(), variables, request.getLocale(),
				(signedIn != null) ? signedIn.viewer() : null);
	}

}
