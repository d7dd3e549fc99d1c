package id.warta.comment.spam;

import id.warta.site.SiteSettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AkismetProperties.class)
class SpamConfiguration {

	@Bean
	@ConditionalOnProperty("warta.comments.akismet.url")
	AkismetSpamCheck akismetSpamCheck(AkismetProperties properties, SiteSettings site) {
		return new AkismetSpamCheck(WebClient.create(), properties,
				() -> new AkismetSpamCheck.Blog(site.current().url(), site.current().locale()));
	}

	@Bean
	@ConditionalOnProperty("warta.comments.akismet.url")
	AkismetCorrections akismetCorrections(DatabaseClient database, AkismetSpamCheck check) {
		return new AkismetCorrections(database, check);
	}

}
