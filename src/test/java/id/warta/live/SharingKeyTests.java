package id.warta.live;

import java.net.URI;
import java.util.List;
import java.util.Map;

import id.warta.platform.access.Role;
import id.warta.platform.access.SignedIn;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.Test;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class SharingKeyTests {

	private static SharingKey key(Map<String, Object> attributes) {
		return SharingKey
			.of(new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(), new LinkedMultiValueMap<>(), null,
					attributes, Map.of("query", "subscription { breakingNews { cursor } }"), "1", null), Map.of());
	}

	private static SharingKey key(long staff, Role role) {
		return key(new SignedIn(Viewer.of(staff, "Sri", List.of(role)), null, null, null).attributes());
	}

	@Test
	void streamsAreSharedAmongThoseWithTheSameRightsAlone() {
		assertThat(key(Map.of())).isEqualTo(key(Map.of("other", 1)));
		assertThat(key(1, Role.EDITOR)).isEqualTo(key(1, Role.EDITOR))
			.isNotEqualTo(key(Map.of()))
			.isNotEqualTo(key(2, Role.EDITOR))
			.isNotEqualTo(key(1, Role.MODERATOR));
	}

}
