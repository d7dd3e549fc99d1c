package id.warta.site;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SiteController {

	private final SiteSettings settings;

	SiteController(SiteSettings settings) {
		this.settings = settings;
	}

	@QueryMapping
	Site site() {
		return this.settings.current();
	}

	@SchemaMapping
	List<SocialProfile> socialProfiles(Site site, @Argument @Nullable String set) {
		return site.profiles().stream().filter((profile) -> set == null || profile.set().equals(set)).toList();
	}

}
