package id.warta.platform.limit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the limits and the document cache into GraphQL's engine.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

	@Bean
	GraphQlSourceBuilderCustomizer documentCache(LimitProperties limits) {
		DocumentCache cache = new DocumentCache(limits.cachedCharacters());
		return (builder) -> builder.configureGraphQl((engine) -> engine.preparsedDocumentProvider(cache));
	}

	@Bean
	TextInstrumentation textInstrumentation(LimitProperties limits) {
		return new TextInstrumentation(new TextRule(limits.textLength()), new TextRule(limits.staffTextLength()));
	}

	@Bean
	DocumentInstrumentation documentInstrumentation(LimitProperties limits) {
		return new DocumentInstrumentation(limits, new TextRule(limits.textLength()));
	}

	@Bean
	CostInstrumentation costInstrumentation(LimitProperties limits) {
		return new CostInstrumentation(limits);
	}

	@Bean
	ReadOnly readOnly() {
		return new ReadOnly();
	}

}
