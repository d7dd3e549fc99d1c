package id.warta.platform.failure;

import java.util.List;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the last word on errors behind that of the features' own advices.
 */
@Configuration(proxyBeanMethods = false)
class FailureConfiguration {

	@Bean
	GraphQlSourceBuilderCustomizer lastWordOnErrors() {
		return (builder) -> builder.exceptionResolvers(List.of(new FieldErrors()))
			.subscriptionExceptionResolvers(List.of(new StreamErrors()));
	}

	@Bean
	GraphQlSourceBuilderCustomizer userErrors() {
		return (builder) -> builder.typeVisitors(List.of(new UserErrors()));
	}

	@Bean
	EngineErrors engineErrors() {
		return new EngineErrors();
	}

}
