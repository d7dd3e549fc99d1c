package id.warta.platform.limit;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.InvalidUnicodeSyntaxException;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses documents that are too large, once each, before they are validated: a small
 * document can keep the validation busy for long.
 */
class DocumentInstrumentation extends SimplePerformantInstrumentation {

	private final LimitProperties limits;

	private final TextRule texts;

	private final ParserOptions parserOptions;

	DocumentInstrumentation(LimitProperties limits, TextRule texts) {
		this.limits = limits;
		this.texts = texts;
		this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
			.transform((options) -> options.maxCharacters(limits.characters())
				.maxTokens(limits.tokens())
				.maxWhitespaceTokens(limits.tokens()));
	}

	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		input.getGraphQLContext().put(ParserOptions.class, this.parserOptions);
		return input;
	}

	@Override
	public InstrumentationContext<Document> beginParse(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		String text = parameters.getExecutionInput().getQuery();
		return SimpleInstrumentationContext.whenCompleted((document, failure) -> refuse(text, failure));
	}

	private void refuse(String text, @Nullable Throwable failure) {
		if (failure instanceof ParseCancelledTooManyCharsException) {
			throw RefusedException.unread("QUERY_TOO_LONG", "The query has more than %d characters",
					this.limits.characters());
		}
		if (failure instanceof ParseCancelledException) {
			throw RefusedException.unread("QUERY_TOO_LONG", "The query has more than %d tokens", this.limits.tokens());
		}
		if (failure instanceof ParseCancelledTooDeepException) {
			throw RefusedException.unread("QUERY_TOO_DEEP", "The query nests more than %d levels deep",
					this.parserOptions.getMaxRuleDepth());
		}
		if (failure instanceof InvalidUnicodeSyntaxException || (failure != null && !TextRule.isText(text))) {
			throw RefusedException.badText(null);
		}
	}

	@Override
	public DocumentAndVariables instrumentDocumentAndVariables(DocumentAndVariables parsed,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		check(ShapeReader.read(parsed.getDocument()));
		LiteralTexts.check(parsed.getDocument(), this.texts);
		return parsed;
	}

	private void check(DocumentShape shape) {
		check(shape.depth(), this.limits.depth(), "QUERY_TOO_DEEP", "The query has %d levels of fields of at most %d");
		check(shape.introspectionDepth(), this.limits.introspectionDepth(), "QUERY_TOO_DEEP",
				"The introspection has %d levels of fields of at most %d");
		check(shape.fields(), this.limits.fields(), "QUERY_TOO_LARGE", "The query has %d fields of at most %d");
		check(shape.rootFields(), this.limits.rootFields(), "TOO_MANY_ROOT_FIELDS",
				"The query has %d root fields of at most %d");
		check(shape.aliases(), this.limits.aliases(), "TOO_MANY_ALIASES", "The query has %d aliases of at most %d");
	}

	private static void check(int actual, int limit, String code, String what) {
		if (actual > limit) {
			throw RefusedException.tooMuch(code, what, actual, limit);
		}
	}

}
