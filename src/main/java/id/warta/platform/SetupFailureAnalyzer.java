package id.warta.platform;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in one line, and without a stack trace, why Warta doesn't start.
 */
class SetupFailureAnalyzer extends AbstractFailureAnalyzer<SetupException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SetupException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, rootFailure);
	}

}
