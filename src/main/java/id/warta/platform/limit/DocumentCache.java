package id.warta.platform.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;

/**
 * Documents, parsed and validated once however many ask for them at a time, up to a
 * length of all of them together. What failed is kept for a moment only.
 */
class DocumentCache implements PreparsedDocumentProvider {

	private static final Duration FAILURES = Duration.ofSeconds(10);

	/** What an entry takes besides its document, in characters. */
	private static final int OVERHEAD = 100;

	private final AsyncCache<String, PreparsedDocumentEntry> documents;

	/**
	 * Creates an empty cache.
	 * @param characters how long all documents together may be
	 */
	DocumentCache(int characters) {
		this.documents = Caffeine.newBuilder()
			.maximumWeight(characters)
			.weigher((String text, PreparsedDocumentEntry entry) -> text.length() + OVERHEAD)
			.expireAfter(Expiry.creating((String text, PreparsedDocumentEntry entry) -> lifetime(entry)))
			.buildAsync();
	}

	private static Duration lifetime(PreparsedDocumentEntry entry) {
		return entry.hasErrors() ? FAILURES : Duration.ofNanos(Long.MAX_VALUE);
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
		CompletableFuture<PreparsedDocumentEntry> entry = new CompletableFuture<>();
		CompletableFuture<PreparsedDocumentEntry> known = this.documents.asMap().putIfAbsent(input.getQuery(), entry);
		if (known != null) {
			return known;
		}
		try {
			entry.complete(parseAndValidate.apply(input));
		}
		catch (RefusedException refused) {
			entry.complete(new PreparsedDocumentEntry(refused));
		}
		catch (RuntimeException ex) {
			entry.completeExceptionally(ex);
		}
		return entry;
	}

}
