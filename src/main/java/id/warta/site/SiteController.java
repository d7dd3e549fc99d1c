package id.warta.site;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SiteController {

	private final SiteSettings settings;

	private final SiteNewsroom newsroom;

	SiteController(SiteSettings settings, SiteNewsroom newsroom) {
		this.settings = settings;
		this.newsroom = newsroom;
	}

	@QueryMapping
	Site site() {
		return this.settings.current();
	}

	@SchemaMapping
	List<SocialProfile> socialProfiles(Site site, @Argument @Nullable String set) {
		return site.profiles().stream().filter((profile) -> set == null || profile.set().equals(set)).toList();
	}

	@MutationMapping
	Mono<SitePayload> editSite(@Argument EditSiteInput input, DataFetchingEnvironment environment) {
		return this.newsroom.edit(Viewer.of(environment), input).map(SitePayload::new);
	}

	@MutationMapping
	Mono<SitePayload> setSocialProfiles(@Argument SetSocialProfilesInput input, DataFetchingEnvironment environment) {
		return this.newsroom.setProfiles(Viewer.of(environment), input).map(SitePayload::new);
	}

}
