package id.warta.site;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class SiteNewsroomIntegrationTests {

	private static final String PROFILES = """
			mutation ($input: SetSocialProfilesInput!) { setSocialProfiles(input: $input) {
			  site { socialProfiles { set network label url } } errors { code path } } }""";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester administrator;

	private GraphQlTester reader;

	@BeforeEach
	@AfterEach
	void clear() {
		this.content.clear();
		this.content.changed();
		this.administrator = this.staff.as(this.staff.viewer(Role.ADMIN));
		this.reader = this.staff.as(Viewer.READER);
	}

	private GraphQlTester.Response edit(String input) {
		return this.administrator.document("""
				mutation { editSite(input: {%s}) {
				  site { id title tagline url locale timeZone } errors { code path } } }""".formatted(input)).execute();
	}

	@Test
	void settingsChangeWhatReadersSee() {
		this.content.article("satu");
		edit("title: \"Kabar\", tagline: \"Cepat\", url: \"https://kabar.example/\", locale: \"en-gb\", timeZone: \"Asia/Jayapura\"")
			.path("editSite")
			.matchesJson("""
					{"site": {"title": "Kabar", "tagline": "Cepat", "url": "https://kabar.example", "locale": "en-GB",
					  "timeZone": "Asia/Jayapura"}, "errors": []}""");
		this.content.changed();
		this.reader
			.document("{ site { title } article(slug: \"satu\") { canonicalUrl publishedAtText(style: FULL_TIME) } }")
			.execute()
			.path("article")
			.matchesJson("""
					{"canonicalUrl": "https://kabar.example/satu",
					 "publishedAtText": "Sunday, 3 August 2025 at 09:00 GMT+9"}""");
		assertThat(this.content.one("select kind from event_log order by position desc limit 1"))
			.isEqualTo(SiteSettings.CHANGED);
		assertThat(this.content.one("select details ->> 'title' from audit_log order by id desc limit 1"))
			.isEqualTo("Kabar");
	}

	@Test
	void anEditChangesWhatItNamesAlone() {
		edit("title: \"Kabar\", tagline: \"Cepat\"");
		edit("tagline: null").path("editSite.site").matchesJson("""
				{"title": "Kabar", "tagline": null, "url": "http://localhost:8080", "locale": "id-ID",
				 "timeZone": "Asia/Jakarta"}""");
	}

	@Test
	void whiteSpaceAroundTheAddressGoes() {
		edit("url: \" https://kabar.example/ \"").path("editSite.site.url")
			.entity(String.class)
			.isEqualTo("https://kabar.example");
	}

	@Test
	void daysOfTheArchiveFollowTheTimeZone() {
		this.content.article("satu");
		this.content.run("update article set published_at = timestamptz '2025-08-02T18:00:00Z'");
		String archive = "{ archive(by: DAY, first: 1) { date } }";
		this.reader.document(archive).execute().path("archive[0].date").entity(String.class).isEqualTo("2025-08-03");
		edit("timeZone: \"Etc/UTC\"");
		this.reader.document(archive).execute().path("archive[0].date").entity(String.class).isEqualTo("2025-08-02");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "title: \"\" | title", "title: null | title", "tagline: \" \" | tagline",
					"url: \"kabar.example\" | url", "url: \"ftp://kabar.example\" | url",
					"url: \"https://kabar.example/berita\" | url", "url: \"https://kabar.example?x\" | url",
					"url: \"https://a:b@kabar.example\" | url", "url: \"https://\" | url", "url: null | url",
					"locale: \"id_ID\" | locale", "locale: \"zz-ID\" | locale", "locale: \"id-QQ\" | locale",
					"locale: \"\" | locale", "timeZone: \"Asia/Bandung\" | timeZone", "timeZone: \"+07:00\" | timeZone",
					"timeZone: \"asia/jakarta\" | timeZone", "timeZone: \"SystemV/AST4\" | timeZone",
					"timeZone: null | timeZone" })
	void whatCanNotBeIsRefused(String input, String field) {
		edit(input).path("editSite.errors")
			.matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": [\"%s\"]}]".formatted(field));
	}

	@Test
	void nothingToChangeIsAnError() {
		edit("").path("editSite.errors").matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": []}]");
	}

	private GraphQlTester.Response profiles(String set, List<Map<String, String>> profiles) {
		return this.administrator.document(PROFILES)
			.variable("input", Map.of("set", set, "profiles", profiles))
			.execute();
	}

	private static Map<String, String> profile(String network, String url) {
		return Map.of("network", network, "url", url);
	}

	@Test
	void profilesAreSetBySet() {
		profiles("newsroom", List.of(profile("x", "https://x.com/redaksi")));
		profiles("site", List.of(profile("x", "https://x.com/lama")));
		profiles("site", List.of(profile("x", "https://x.com/kabar"), profile("tiktok", "https://tiktok.com/@kabar")))
			.path("setSocialProfiles")
			.matchesJson("""
					{"site": {"socialProfiles": [
					  {"set": "newsroom", "network": "x", "label": null, "url": "https://x.com/redaksi"},
					  {"set": "site", "network": "x", "url": "https://x.com/kabar"},
					  {"set": "site", "network": "tiktok", "url": "https://tiktok.com/@kabar"}]}, "errors": []}""");
		profiles("newsroom", List.of());
		this.content.changed();
		this.reader.document("{ site { socialProfiles { url } } }")
			.execute()
			.path("site.socialProfiles[*].url")
			.entityList(String.class)
			.containsExactly("https://x.com/kabar", "https://tiktok.com/@kabar");
	}

	@Test
	void whatIsNoProfileIsRefused() {
		Stream
			.of(List.of(profile("X", "https://x.com/a")), List.of(profile("", "https://x.com/a")),
					List.of(profile("x", "javascript:x")), List.of(profile("x", "/x")),
					Collections.nCopies(51, profile("x", "https://x.com/a")))
			.forEach((profiles) -> profiles("site", profiles).path("setSocialProfiles.errors")
				.matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": [\"profiles\"]}]"));
		profiles("Bad set", List.of()).path("setSocialProfiles.errors[0].path[0]")
			.entity(String.class)
			.isEqualTo("set");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mutation { editSite(input: {title: \"\"}) { errors { code } } }",
			"mutation { setSocialProfiles(input: {set: \"\", profiles: []}) { errors { code } } }" })
	void settingsAreForAdministratorsAlone(String operation, @Autowired RoleMatrix roles) {
		roles.onlyFor(EnumSet.of(Role.ADMIN), operation);
	}

}
