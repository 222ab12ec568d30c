/* news-tokens.c - a sentence as the names and the cues in it. */
#include "importers/news-tokens.h"

/* What the longest word at a place is a cue of; the first that fits. */
static const struct {
	uint64_t classes;
	enum token_kind kind;
} cues[] = {
	{IN(ACCOMPANY), ACCOMPANY_TOKEN},
	{IN(GROUP), GROUP_TOKEN},
	{IN(NO_VISIT) | IN(NO_TIE), OTHER_TOKEN},
	{IN(RECEIVE), RECEIVE_TOKEN},
	{IN(LEAD), LEAD_TOKEN},
	{IN(PARTY_WORD), PARTY_TOKEN},
	{IN(SIGNED_CUE), SIGNED_TOKEN},
	{IN(OPERATING_CUE), OPERATING_TOKEN},
	{IN(WELCOME), WELCOME_TOKEN},
	{IN(TALK), TALK_TOKEN},
	{IN(LOOK), LOOK_TOKEN},
	{IN(TRAVEL), TRAVEL_TOKEN},
	{IN(BOTH), BOTH_TOKEN},
	{IN(INTENDED_CUE), INTENDED_TOKEN},
	{IN(DISCUSSED_CUE), TALK_TOKEN},
	{IN(THIS_COMPANY), THIS_TOKEN},
	{IN(SELF) | IN(HOME), SELF_TOKEN},
	{IN(JOINT), JOINT_TOKEN},
};

static void add(struct tokens *tokens, enum token_kind kind, size_t start, size_t end, uint32_t entity)
{
	if (tokens->count < TOKENS_MAX)
		tokens->items[tokens->count++] = (struct token){kind, (uint32_t)start, (uint32_t)end, entity};
}

/* 刘校长: a surname and a post stand for the person who was named before. */
static uint32_t person_meant(const struct article *article, size_t i)
{
	const struct title *title = title_starting(article, i + 1);

	if (!title || !(article->starts[i] & IN(SURNAME)))
		return NOBODY;
	for (size_t f = 0; f < article->found_count; f++) {
		const struct found *found = &article->found[f];

		if (found->kind == PERSON_MENTION && article->chars[found->start] == article->chars[i] &&
		    found->title.end > found->title.start && !article->entities[found->entity].is_reporter)
			return found->entity;
	}
	return NOBODY;
}

/* Reads the cue or nothing at i, and returns how many characters it has. */
static size_t read_cue(struct tokens *tokens, const struct article *article, size_t i)
{
	const struct match *match = match_at(article, i);
	uint16_t character = article->chars[i];

	if (is_clause_end(character) || character == '(' || character == ')') {
		add(tokens, CLAUSE_TOKEN, i, i + 1, NOBODY);
		return 1;
	}
	if (text_at(article, i, "受到")) {
		add(tokens, PASSIVE_TOKEN, i, i + 2, NOBODY);
		return 2;
	}
	if (!match)
		return 1;
	for (size_t c = 0; c < COUNT(cues); c++)
		if (match->classes & cues[c].classes) {
			add(tokens, cues[c].kind, i, i + match->length, NOBODY);
			return match->length;
		}
	return match->classes & (IN(PLAIN) | IN(NOUN) | IN(STOP) | IN(POST) | IN(COMPANY_WORD)) ? match->length : 1;
}

void tokens_read(struct tokens *tokens, const struct article *article, struct span sentence)
{
	tokens->count = 0;
	for (size_t i = sentence.start; i < sentence.end;) {
		uint32_t meant;

		if (article->found_at[i]) {
			const struct found *found = &article->found[article->found_at[i] - 1];

			if (!article->entities[found->entity].is_reporter)
				add(tokens, NAME_TOKEN, found->start, found->end, found->entity);
			i = found->end;
		} else if ((meant = person_meant(article, i)) != NOBODY) {
			size_t end = title_starting(article, i + 1)->end;

			add(tokens, NAME_TOKEN, i, end, meant);
			i = end;
		} else {
			i += read_cue(tokens, article, i);
		}
	}
}
