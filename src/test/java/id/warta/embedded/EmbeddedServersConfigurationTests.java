package id.warta.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedServersConfigurationTests {

	/** Beans are made when they are asked for, so that no server starts here. */
	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withInitializer((context) -> context.addBeanFactoryPostProcessor((factory) -> {
			for (String name : factory.getBeanDefinitionNames()) {
				factory.getBeanDefinition(name).setLazyInit(true);
			}
		}))
		.withUserConfiguration(EmbeddedServersConfiguration.class, MigrationConfiguration.class)
		.withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class));

	@Test
	void embedsBothServersByDefault() {
		this.runner.run((context) -> assertThat(context.getBeanDefinitionNames()).contains("embeddedPostgres",
				"embeddedRedis", "migrationConnectionDetails"));
	}

	@Test
	void anEmptyPropertyIsNone() {
		this.runner.withPropertyValues("spring.r2dbc.url=", "spring.data.redis.host=")
			.run((context) -> assertThat(context.getBeanDefinitionNames()).contains("embeddedPostgres",
					"embeddedRedis"));
	}

	@Test
	void aDatabaseOfOnesOwnIsMigratedToo() {
		this.runner
			.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://db.example/news", "spring.r2dbc.username=editor",
					"spring.r2dbc.password=secret")
			.run((context) -> {
				assertThat(context.getBeanDefinitionNames()).contains("embeddedRedis")
					.doesNotContain("embeddedPostgres");
				FlywayConnectionDetails details = context.getBean(FlywayConnectionDetails.class);
				assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/news");
				assertThat(details.getUsername()).isEqualTo("editor");
				assertThat(details.getPassword()).isEqualTo("secret");
			});
	}

	@Test
	void theMigrationsMayHaveAUrlOfTheirOwn() {
		this.runner.withPropertyValues("spring.flyway.url=jdbc:postgresql://db.example/news")
			.run((context) -> assertThat(context).doesNotHaveBean(FlywayConnectionDetails.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "host=redis.example", "url=redis://redis.example", "cluster.nodes=one:1,two:2",
			"cluster.nodes[0]=one:1", "sentinel.nodes=one:1", "masterreplica.nodes=one:1" })
	void aRedisOfOnesOwnIsUsed(String property) {
		this.runner.withPropertyValues("spring.data.redis." + property)
			.run((context) -> assertThat(context.getBeanDefinitionNames()).contains("embeddedPostgres")
				.doesNotContain("embeddedRedis"));
	}

}
