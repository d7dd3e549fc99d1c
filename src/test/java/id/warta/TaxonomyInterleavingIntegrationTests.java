package id.warta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
import id.warta.newsroom.ArticleEdit;
import id.warta.newsroom.Drafts;
import id.warta.newsroom.Newsroom;
import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several people do whatever they like to categories, tags and authors, while others
 * publish, withdraw and file articles: nothing fails for what is not theirs to put right,
 * and the lists and their totals are what a recount says.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class, TestMutations.class, TestListings.class })
class TaxonomyInterleavingIntegrationTests {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private static final int WRITERS = 3;

	private static final int CHANGES = 25;

	private static final int ARTICLES = 30;

	private static final List<String> TYPES = List.of("Category", "Tag", "Author");

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	@Autowired
	private TestListings listings;

	@Autowired
	private Newsroom newsroom;

	@Autowired
	private Drafts drafts;

	private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

	private Viewer editor;

	@BeforeEach
	void fill() {
		this.content.clear();
		this.editor = this.staff.viewer(Role.EDITOR);
		for (String type : TYPES) {
			this.content.run("insert into %1$s (slug, name) select '%1$s-' || i, 'N' from generate_series(1, 8) i"
				.formatted(type.toLowerCase(Locale.ROOT)));
		}
		this.content.run("update category set parent_id = id / 2 where id > 1");
		this.content.run("""
				insert into article (slug, title, status, published_at)
				select 'a' || i, 'A', (array['DRAFT', 'PUBLISHED'])[1 + i %% 2], now() - i * interval '1 hour'
				from generate_series(1, %d) i""".formatted(ARTICLES));
		this.content.changed();
	}

	@ParameterizedTest
	@ValueSource(longs = { 501, 502, 503 })
	void listsAndTotalsAreRightWhateverIsDoneAtOnce(long seed) {
		Random random = new Random(seed);
		long before = made();
		Flux.range(0, WRITERS)
			.map((i) -> new Random(random.nextLong()))
			.flatMap((own) -> Mono.fromRunnable(() -> write(own)).subscribeOn(Schedulers.boundedElastic()), WRITERS)
			.then()
			.block(LIMIT);
		assertThat(this.surprises).as("seed %d", seed).isEmpty();
		assertThat(made() - before).as("what was not refused, with seed %d", seed).isGreaterThan(CHANGES / 2);
		assertThat(this.listings.differences()).as("seed %d", seed).isZero();
		assertThat(this.content.one("select count(*) from category where parent_id = id")).isEqualTo("0");
		Stream.of("category", "tag", "author").forEach((field) -> compare(field, seed));
	}

	private long made() {
		return Long.parseLong(this.content.one("select count(*) from audit_log"));
	}

	private void write(Random random) {
		for (int i = 0; i < CHANGES; i++) {
			if (random.nextBoolean()) {
				file(random);
			}
			else {
				look(random);
			}
		}
	}

	/** Refusals are part of the game: others may have been faster. */
	private void file(Random random) {
		long article = 1 + random.nextInt(ARTICLES);
		Mono<Integer> change = switch (random.nextInt(4)) {
			case 0 -> this.newsroom.publish(Viewer.OPERATOR, article);
			case 1 -> this.newsroom.withdraw(Viewer.OPERATOR, article, null);
			default -> this.drafts.update(Viewer.OPERATOR, article, revision(article),
					new ArticleEdit(Map.of(),
							ids(random).stream().map((id) -> new Contribution(id, ContributorRole.WRITER)).toList(),
							ids(random), ids(random)));
		};
		change.onErrorComplete((ex) -> ex instanceof InvalidInputException || ex instanceof ConflictException)
			.onErrorResume((ex) -> {
				this.surprises.add("article: " + ex);
				return Mono.empty();
			})
			.block(LIMIT);
	}

	private int revision(long article) {
		return Integer.parseInt(this.content.one("select revision from article where id = " + article));
	}

	private static List<Long> ids(Random random) {
		return random.longs(random.nextInt(4), 1, 13).distinct().boxed().toList();
	}

	private void look(Random random) {
		String type = TYPES.get(random.nextInt(TYPES.size()));
		Map<String, Object> input = new HashMap<>();
		String name = switch (random.nextInt(6)) {
			case 0 -> "create";
			case 1, 2 -> "merge";
			case 3 -> "delete";
			case 4 -> "edit";
			default -> type.equals("Category") ? "move" : "edit";
		};
		switch (name) {
			case "create" -> input.put("name", "Baru");
			case "merge" -> {
				input.put("ids", List.of(id(type, random), id(type, random)));
				input.put("intoId", id(type, random));
			}
			case "delete" -> {
				input.put("id", id(type, random));
				input.put("replacementId", random.nextBoolean() ? id(type, random) : null);
			}
			case "move" -> {
				input.put("id", id(type, random));
				input.put("parentId", random.nextInt(4) == 0 ? null : id(type, random));
				input.put("position", random.nextInt(3));
			}
			default -> {
				input.put("id", id(type, random));
				input.put("slug", "slug-" + random.nextInt(6));
			}
		}
		send(name + (name.equals("merge") ? plural(type) : type), input);
	}

	private static String plural(String type) {
		return type.equals("Category") ? "Categories" : type + "s";
	}

	private static String id(String type, Random random) {
		return TestMutations.id(type, 1 + random.nextInt(10));
	}

	private void send(String name, Map<String, Object> input) {
		List<String> failures = this.mutations.send(this.editor, name, input, "__typename").failures();
		failures.forEach((failure) -> this.surprises.add(name + ": " + failure));
	}

	/** What readers are told, against what there is. */
	private void compare(String field, long seed) {
		String slugs = this.content.one("select string_agg(slug, ' ') from " + field);
		for (String slug : new ArrayList<>(List.of(slugs.split(" ")))) {
			GraphQlTester.Response read = this.staff.as(Viewer.READER)
				.document("""
						{ articles(first: 100, where: { %s: { eq: "%s" } }) { totalCount nodes { id } } }"""
					.formatted(field, slug))
				.execute();
			int listed = read.path("articles.nodes").entityList(Object.class).get().size();
			read.path("articles.totalCount").entity(Integer.class).isEqualTo(listed);
			assertThat(listed).as("%s with seed %d", slug, seed).isEqualTo(counted(field, slug));
		}
	}

	private int counted(String field, String slug) {
		return Integer.parseInt(this.content.one("""
				with recursive down (id) as (
				    select id from %1$s where slug = '%2$s'
				    union
				    select c.id from down join category c on c.parent_id = down.id and '%1$s' = 'category')
				select count(distinct a.id) from article a join article_%1$s f on f.article_id = a.id
				join down on down.id = f.%1$s_id where a.status = 'PUBLISHED'""".formatted(field, slug)));
	}

}
