package id.warta.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.importer.file.UnreadableFileException;
import id.warta.importer.store.Kind;
import id.warta.importer.store.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
@Import({ TestContent.class, ImportedContent.class })
class WordPressImportIntegrationTests {

	private static final Path FILES = Path.of("src/test/resources/importer");

	private static final Path PORTAL = FILES.resolve("portal.xml");

	@Autowired
	private WordPressImport wordPress;

	@Autowired
	private ImportedContent content;

	@TempDir
	private Path folder;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@AfterEach
	void refuseNothing() {
		this.content.run("drop trigger if exists refuse on article");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everythingIsCounted(boolean itemByItem) {
		ImportReport report = itemByItem ? itemByItem(PORTAL) : whole(PORTAL);
		Map<Kind, Integer> expected = Map.of(Kind.AUTHOR, 3, Kind.CATEGORY, 5, Kind.TAG, 4, Kind.MEDIA, 3, Kind.ARTICLE,
				13, Kind.PAGE, 4, Kind.COMMENT, 5, Kind.MENU, 4, Kind.MENU_ITEM, 9);
		expected.forEach((kind, count) -> {
			assertThat(report.tally().count(kind, Outcome.NEW)).as(kind.label()).isEqualTo(count);
			assertThat(this.content.count(kind.label())).as(kind.label()).isEqualTo(count);
		});
	}

	@Test
	void whateverIsLeftOutIsReportedWithItsReason() {
		ImportReport report = whole(PORTAL);
		assertThat(report.leftOut()).containsExactlyInAnyOrder(
				"attachment 204 \"Hilang\" (line %d): it has no web address".formatted(line("<wp:post_id>204<")),
				"post 106 \"Sudah dibuang\" (line %d): in the trash".formatted(line("<wp:post_id>106<")),
				"product 114 \"Bagian produk\" (line %d): the type 'product' is none that readers see"
					.formatted(line("<wp:post_id>114<")),
				"post 101 \"Kembar\" (line %d): another item before it has the same id".formatted(line("[Kembar]")),
				"nav_menu_item 607 \"\" (line %d): the page that it leads to is not here"
					.formatted(line("<wp:post_id>607<")),
				"nav_menu_item 609 \"Arsip\" (line %d): it leads to nothing that is here"
					.formatted(line("<wp:post_id>609<")));
		assertThat(report.leftOutInNumbers()).containsOnly(Map.entry("comment on an item in the trash", 1),
				Map.entry("comment of the type pingback", 1), Map.entry("comment of the type trackback", 1),
				Map.entry("comment with the status spam", 1), Map.entry("comment without text", 1),
				Map.entry("comment on a page: pages have none here", 1),
				Map.entry("mention of the taxonomy post_format", 1));
	}

	/** The line where the item begins that holds a text. */
	private static int line(String text) {
		try {
			List<String> lines = Files.readAllLines(PORTAL);
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).contains(text)) {
					return lines.subList(0, i).lastIndexOf("\t<item>") + 1;
				}
			}
			throw new AssertionError(text);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void statusesDependOnWhatReadersCouldSee() {
		whole(PORTAL);
		assertThat(this.content.rows("select slug, status, visible, published_at from article order by id")).contains(
				"pasar-lama-terendam|PUBLISHED|true|2025-07-30T01:30:00+00:00", "naskah-belum-jadi|DRAFT|false",
				"besok-lusa|SCHEDULED|false|2099-01-02T03:04:05+00:00",
				"hanya-untuk-redaksi|DRAFT|false|2025-07-30T01:30:00+00:00",
				"di-balik-kata-sandi|DRAFT|false|2025-07-30T01:30:00+00:00", "menunggu-penyunting|SUBMITTED|false",
				"emoji-🚀-di-judul|PUBLISHED|true|2025-07-30T01:30:00+00:00",
				"hanya-tanggal-umpan|PUBLISHED|true|2025-07-29T03:00:00+00:00", "tanpa-tanggal|DRAFT|false",
				"الأخبار|PUBLISHED|true|2025-07-30T01:30:00+00:00");
	}

	@Test
	void titlesArePlainAndNeverEmpty() {
		whole(PORTAL);
		assertThat(this.content.rows("select title from article where slug like 'emoji%' or slug like 'tanpa-judul%'"))
			.containsExactlyInAnyOrder("Emoji 🚀 & markah di judul <3",
					"Tanpa judul, tulisan ini tetap punya kalimat pertama yang cukup …");
	}

	@Test
	void categoriesKeepTheirTreeAndArticlesTheirPrimaryOne() {
		whole(PORTAL);
		assertThat(this.content.rows("""
				select c.slug, c.name, c.description, p.slug as parent from category c
				left join category p on p.id = c.parent_id order by c.slug""")).containsExactly(
				"daerah|Daerah|nasional", "jakarta|Jakarta|daerah", "nasional|Nasional|Kabar dari seluruh negeri",
				"olahraga|Olahraga & Raga", "uncategorized|Tanpa Kategori");
		assertThat(relations("category")).containsExactly("nasional", "jakarta", "uncategorized");
		assertThat(relations("tag")).containsExactly("banjir", "musim-hujan");
		assertThat(relations("author")).containsExactly("dewi");
	}

	private List<String> relations(String table) {
		return this.content.rows("""
				select t.slug from article_%1$s r join %1$s t on t.id = r.%1$s_id join article a on a.id = r.article_id
				where a.slug = 'pasar-lama-terendam' order by r.position""".formatted(table));
	}

	@Test
	void authorsAndTagsThatNobodyDeclaredAreCreated() {
		whole(PORTAL);
		assertThat(this.content.rows("select slug, name from author order by slug"))
			.containsExactly("dewi|Dewi Lestiani", "redaksi|Redaksi Kabar", "tamu|tamu>");
		assertThat(this.content.rows("select slug, name from tag order by slug")).containsExactly("banjir|Banjir",
				"belum-terdaftar|Belum Terdaftar", "kopi-☕|Kopi ☕", "musim-hujan|Musim Hujan");
	}

	@Test
	void anArticleBringsAllThatBelongsToIt() {
		whole(PORTAL);
		assertThat(this.content.rows("""
				select a.title, a.excerpt, a.language, a.featured, a.updated_at, m.url as lead, a.word_count,
					a.reading_minutes from article a join media m on m.id = a.lead_media_id
				where a.slug = 'pasar-lama-terendam'""")).containsExactly("Pasar lama terendam"
				+ "|Pagi itu air masuk ke pasar lama. Pedagang memindahkan dagangan ke lantai dua.|id|true"
				+ "|2025-07-31T04:00:00+00:00|https://kabar.example/berkas/pasar.png|29|1");
		assertThat(this.content.one("select body from article where slug = 'pasar-lama-terendam'")).isEqualTo(
				"""
						<p>Pagi itu air masuk ke <em>pasar</em> lama.<br>
						Pedagang memindahkan dagangan ke lantai dua.</p>
						<figure class="gallery columns-2"><figure><img src="https://kabar.example/berkas/pasar.png" alt=""></figure>\
						<figure><img src="https://kabar.example/berkas/perahu.jpg" alt="Perahu karet" width="1200" height="800">\
						<figcaption>Perahu karet di jalan</figcaption></figure></figure>
						<figure class="alignright"><img src="https://kabar.example/berkas/perahu.jpg" alt="Perahu karet" width="300" \
						height="200"><figcaption>Petugas mengantar <strong>warga</strong></figcaption></figure>
						<p>[simpan_ini] tetap tertulis.</p><hr class="page-break"><p>Halaman kedua: hujan berhenti pukul tiga.</p>""");
		assertThat(this.content
			.rows("""
					select m.url from article_media r join media m on m.id = r.media_id join article a on a.id = r.article_id
					where a.slug = 'pasar-lama-terendam' order by r.position"""))
			.containsExactly("https://kabar.example/berkas/pasar.png", "https://kabar.example/berkas/perahu.jpg");
		assertThat(this.content.rows("select slug from article_slug_history")).containsExactly("pasar-terendam");
	}

	@Test
	void mediaKnowTheirSizeAndTheirPhotographer() {
		whole(PORTAL);
		assertThat(this.content.rows("""
				select kind, mime_type, title, alt, caption, credit, width, height from media
				where url = 'https://kabar.example/berkas/perahu.jpg'"""))
			.containsExactly("IMAGE|image/jpeg|Perahu|Perahu karet|Perahu karet di jalan|Tono|1200|800");
		assertThat(this.content.rows("select kind, mime_type from media where url like '%.mp3'"))
			.containsExactly("AUDIO|audio/mpeg");
	}

	@Test
	void commentsKeepTheirThreads() {
		whole(PORTAL);
		assertThat(this.content.rows("""
				select c.author_name, c.status, c.depth, p.author_name as parent, c.author_url, c.body from comment c
				left join comment p on p.id = c.parent_id order by c.depth, c.id""")).containsExactlyInAnyOrder(
				"Bu Ningsih & keluarga|APPROVED|0|<p>Kami juga terdampak.</p>\n<p>Ada yang "
						+ "<a href=\"https://kabar.example/peta\" rel=\"nofollow ugc\">punya peta</a>?</p>",
				"Pembaca|PENDING|0|<p>Menunggu izin</p>", "Pembaca|APPROVED|0|<p>Jawaban atas yang dibuang</p>",
				"Sari|APPROVED|1|Bu Ningsih & keluarga|https://sari.example|<p>Semoga lekas surut 🙏</p>",
				"Anonim|APPROVED|2|Sari|<p>Jawaban yang panjang </p>");
	}

	@Test
	void pagesStandBelowOneAnotherAndShareNoAddressWithArticles() {
		whole(PORTAL);
		assertThat(this.content.rows("""
				select c.slug, c.status, c.position, p.slug as parent from page c left join page p on p.id = c.parent_id
				order by c.id""")).containsExactlyInAnyOrder("susunan-redaksi|PUBLISHED|2|tentang-kami",
				"tentang-kami|PUBLISHED|1", "besok-lusa-2|PUBLISHED|0", "konsep-halaman|DRAFT|0");
	}

	@Test
	void menusLeadToWhatIsHere() {
		whole(PORTAL);
		assertThat(this.content.rows("""
				select m.slug as menu, i.position, i.label, p.slug as page, c.slug as category, a.slug as article,
					t.slug as tag, i.url, above.position as above
				from menu m left join menu_item i on i.menu_id = m.id left join page p on p.id = i.page_id
				left join category c on c.id = i.category_id left join article a on a.id = i.article_id
				left join tag t on t.id = i.tag_id left join menu_item above on above.id = i.parent_id
				order by m.id, i.position""")).containsExactlyInAnyOrder("utama|1|Beranda|/", "utama|2|nasional",
				"utama|3|daerah|2", "utama|4|Topik hujan|musim-hujan|3", "utama|5|tentang-kami",
				"utama|6|Yang terendam|pasar-lama-terendam", "kosong", "kaki|1|tentang-kami",
				"kaki|2|Media sosial|https://sosial.example/kabar", "liar|2|Media sosial|https://sosial.example/kabar");
	}

	@Test
	void oneEventTellsOfItAll() {
		String before = this.content.one("select position from event_log_head");
		ImportReport report = whole(PORTAL);
		assertThat(this.content.rows("select kind, subject_type, payload from event_log where position > " + before))
			.singleElement()
			.asString()
			.startsWith("CONTENT_IMPORTED|Site|")
			.contains("\"written\": " + report.tally().written());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aSecondRunChangesNothing(boolean itemByItem) {
		whole(PORTAL);
		Map<String, String> before = this.content.state();
		ImportReport report = itemByItem ? itemByItem(PORTAL) : whole(PORTAL);
		assertThat(this.content.state()).isEqualTo(before);
		assertThat(report.tally().written()).isZero();
	}

	@Test
	void whatChangedAtTheSourceIsUpdated() throws IOException {
		whole(PORTAL);
		ImportReport report = whole(changed(Map.of("Halaman kedua: hujan", "Halaman kedua: gerimis",
				"pasar-lama-terendam", "pasar-lama-kering", "Semoga lekas surut", "Semoga cepat surut", "Media sosial",
				"Jejaring", "Kami menulis", "Kita menulis", "Perahu karet <em>", "Perahu kayu <em>")));
		assertThat(this.content.rows("select slug, revision, body like '%gerimis%' as new from article where id = 1"))
			.containsExactly("pasar-lama-kering|2|true");
		assertThat(this.content.rows("select slug from article_slug_history order by slug"))
			.containsExactly("pasar-lama-terendam", "pasar-terendam");
		assertThat(report.tally().count(Kind.ARTICLE, Outcome.UPDATED)).isEqualTo(1);
		assertThat(report.tally().count(Kind.COMMENT, Outcome.UPDATED)).isEqualTo(1);
		assertThat(report.tally().count(Kind.PAGE, Outcome.UPDATED)).isEqualTo(1);
		assertThat(report.tally().count(Kind.MEDIA, Outcome.UPDATED)).isEqualTo(1);
		assertThat(report.tally().count(Kind.MENU_ITEM, Outcome.UPDATED)).isEqualTo(2);
		assertThat(this.content.one("select parent_id is not null from page where slug = 'susunan-redaksi'"))
			.isEqualTo("true");
	}

	@Test
	void whatWasEditedHereIsNeverOverwritten() throws IOException {
		whole(PORTAL);
		this.content.run("update article set title = 'Judul dari sini' where slug = 'pasar-lama-terendam'");
		this.content
			.run("delete from article_tag where article_id = (select id from article where slug like 'emoji%')");
		this.content.run("update category set name = 'Negeri' where slug = 'nasional'");
		this.content.run("update comment set status = 'TRASH' where body like '%Semoga%'");
		this.content.run("update page set body = '<p>Dari sini</p>' where slug = 'tentang-kami'");
		Map<String, String> before = this.content.state();
		ImportReport report = whole(changed(Map.of("Halaman kedua: hujan", "Halaman kedua: gerimis", "Balok pertama",
				"Balok baru", "<![CDATA[Nasional]]></wp:cat_name>", "<![CDATA[Nusantara]]></wp:cat_name>",
				"Semoga lekas surut", "Semoga cepat surut", "Kami menulis", "Kita menulis")));
		assertThat(this.content.state()).isEqualTo(before);
		assertThat(report.tally().count(Kind.ARTICLE, Outcome.KEPT)).isEqualTo(2);
		assertThat(report.tally().count(Kind.CATEGORY, Outcome.KEPT)).isEqualTo(1);
		assertThat(report.tally().count(Kind.COMMENT, Outcome.KEPT)).isEqualTo(1);
		assertThat(report.tally().count(Kind.PAGE, Outcome.KEPT)).isEqualTo(1);
	}

	@Test
	void aFlashIsNoEdit() throws IOException {
		whole(PORTAL);
		this.content
			.run("update article set breaking_until = now() + interval '1 hour', revision = revision + 1 where id = 1");
		whole(changed(Map.of("Halaman kedua: hujan", "Halaman kedua: gerimis")));
		assertThat(
				this.content.rows("select body like '%gerimis%', breaking_until is not null from article where id = 1"))
			.containsExactly("true|true");
	}

	@Test
	void whatWasDeletedHereStaysDeleted() throws IOException {
		whole(PORTAL);
		this.content.run("delete from article where slug = 'pasar-lama-terendam'");
		this.content.run("delete from article_tag");
		this.content.run("delete from tag where slug = 'kopi-☕'");
		Map<String, String> before = this.content.state();
		ImportReport report = whole(changed(Map.of("Halaman kedua: hujan", "Halaman kedua: gerimis")));
		assertThat(this.content.state()).isEqualTo(before);
		// the one that was deleted, and the one that lost its tag
		assertThat(report.tally().count(Kind.ARTICLE, Outcome.KEPT)).isEqualTo(2);
	}

	@Test
	void whatIsHereAlreadyIsUsedAndNotChanged() {
		this.content.run("insert into category (slug, name) values ('nasional', 'Kabar Negeri')");
		this.content.run("insert into author (slug, name) values ('dewi', 'dewi lestiani'), ('redaksi', 'Orang Lain')");
		this.content.run("insert into article (slug, title) values ('besok-lusa', 'Yang di sini')");
		this.content.run("insert into menu (slug, name) values ('utama', 'Menu di sini')");
		whole(PORTAL);
		assertThat(this.content.rows("select name from category where slug = 'nasional'"))
			.containsExactly("Kabar Negeri");
		assertThat(this.content.rows("select slug, name from author order by slug"))
			.containsExactly("dewi|dewi lestiani", "redaksi|Orang Lain", "redaksi-2|Redaksi Kabar", "tamu|tamu>");
		assertThat(this.content.rows("select slug, title from article where slug like 'besok%' order by slug"))
			.containsExactly("besok-lusa|Yang di sini", "besok-lusa-2|Besok lusa");
		assertThat(this.content.rows("select slug from menu order by slug")).contains("utama", "utama-2");
	}

	@ParameterizedTest
	@CsvSource({ "broken-tag.xml, 14", "broken-cdata.xml, 15", "broken-end.xml, 34", "doctype.xml, 2", "feed.xml, 2" })
	void ofAFileThatIsNotWellFormedNothingIsImported(String name, int line) {
		Map<String, String> before = this.content.state();
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> whole(FILES.resolve(name)))
			.withMessageStartingWith(FILES.resolve(name) + ":" + line + ":");
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> itemByItem(FILES.resolve(name)));
		assertThat(this.content.state()).isEqualTo(before);
	}

	@Test
	void anImportLandsWholeOrNotAtAll() {
		refuse("besok-lusa");
		Map<String, String> before = this.content.state();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> whole(PORTAL))
			.satisfies((ex) -> assertThat(ImportTransactions.reason(ex)).isEqualTo("refused besok-lusa"));
		assertThat(this.content.state()).isEqualTo(before);
	}

	@Test
	void itemByItemWhatFailsIsReportedAndTheRestIsImported() {
		refuse("besok-lusa");
		ImportReport report = itemByItem(PORTAL);
		assertThat(report.failed()).singleElement()
			.asString()
			.startsWith("post 103 \"Besok lusa\"")
			.endsWith(": refused besok-lusa");
		assertThat(this.content.count("article")).isEqualTo(12);
		assertThat(this.content.count("comment")).isEqualTo(5);
		assertThat(report.leftOut()).doesNotHaveDuplicates().hasSize(6);
	}

	private void refuse(String slug) {
		this.content.run("""
				create or replace function refuse() returns trigger language plpgsql as
				$$ begin raise exception 'refused %', new.slug; end $$""");
		this.content.run("create trigger refuse before insert on article for each row when (new.slug = '" + slug
				+ "') execute function refuse()");
	}

	@Test
	void theOldestVersionIsImportedAsWell() {
		whole(FILES.resolve("version-1.0.xml"));
		assertThat(this.content
			.rows("""
					select a.title, w.name as author, c.slug as category, string_agg(t.slug, ',' order by r.position) as tags
					from article a join article_author aa on aa.article_id = a.id join author w on w.id = aa.author_id
					join article_category ac on ac.article_id = a.id join category c on c.id = ac.category_id
					join article_tag r on r.article_id = a.id join tag t on t.id = r.tag_id
					group by 1, 2, 3"""))
			.containsExactly("Ekspor lama|penulis lama|anak|lama,tanpa-siput");
	}

	@Test
	void aMissingVersionIsAWarning() {
		assertThat(whole(FILES.resolve("no-version.xml")).warnings())
			.containsExactly("the file does not say its version of the format");
		assertThat(this.content.count("category")).isEqualTo(1);
	}

	@Test
	void termsWithoutItemsAreImported() {
		ImportReport report = whole(FILES.resolve("terms.xml"));
		assertThat(this.content.rows("select slug, name from tag order by slug")).containsExactly("istilah|Istilah",
				"satu-baris|Satu Baris");
		assertThat(report.notes()).containsExactly("taxonomy khusus: unknown here; its terms became tags");
	}

	private Path changed(Map<String, String> changes) throws IOException {
		String text = Files.readString(PORTAL);
		for (Map.Entry<String, String> change : changes.entrySet()) {
			assertThat(text).contains(change.getKey());
			text = text.replace(change.getKey(), change.getValue());
		}
		return Files.writeString(this.folder.resolve("changed.xml"), text);
	}

	private ImportReport whole(Path file) {
		return this.wordPress.whole(file, (bytes) -> {
		}).blockOptional().orElseThrow();
	}

	private ImportReport itemByItem(Path file) {
		return this.wordPress.itemByItem(file, (bytes) -> {
		}).blockOptional().orElseThrow();
	}

}
