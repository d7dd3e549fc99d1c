package id.warta;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SchemaInspectionIntegrationTests {

	@Autowired
	private Inspection inspection;

	private SchemaReport report;

	/** The schema is made, and inspected, when it is first asked for. */
	@BeforeEach
	void inspect(@Autowired GraphQlSource source) {
		source.schema();
		this.report = this.inspection.report;
	}

	@Test
	void everyFieldHasItsSource() {
		assertThat(this.report.unmappedFields()).isEmpty();
	}

	@Test
	void everySourceHasItsField() {
		assertThat(this.report.unmappedRegistrations()).isEmpty();
	}

	@Test
	void everyArgumentOfASourceIsInTheSchema() {
		assertThat(this.report.unmappedArguments()).isEmpty();
	}

	@Test
	void noTypeIsLeftUninspected() {
		assertThat(this.report.skippedTypes()).isEmpty();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Inspection {

		private SchemaReport report;

		@Bean
		GraphQlSourceBuilderCustomizer inspector() {
			return (builder) -> builder.inspectSchemaMappings(
					(inspector) -> inspector.classResolver((type, abstraction) -> classes(type.getName())),
					(report) -> this.report = report);
		}

		/**
		 * The classes of this name, nested ones included, which the inspector itself
		 * doesn't find.
		 */
		private static List<Class<?>> classes(String name) {
			ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(
					false);
			scanner.addIncludeFilter(
					(metadata, factory) -> metadata.getClassMetadata().getClassName().matches(".*[.$]" + name));
			return scanner.findCandidateComponents("id.warta")
				.stream()
				.<Class<?>>map((bean) -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
				.toList();
		}

	}

}
