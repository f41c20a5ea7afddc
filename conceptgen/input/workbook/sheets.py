"""The sheets of a workbook: which list or part of the input each holds, and in which columns.

A list is named by its way through the input (``concept.goals[].tasks``); a column by its way inside the item
(``basis.criteria``, ``standard.0.text``). ``=`` is the figure an item is, and the name of a figure all of its forms in
one cell. What no column names stands in the last one, in the one-line form of the file: nothing is lost. The titles
and what each sheet is for stand in the language files.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``lists``: the lists whose items are its rows; with several, a column says which.

    A form holds the fields of one part, a row each. A rare sheet or column is shown when something stands in it.
    ``first``: how many entries of the list stand in the row of what holds it.
    """

    key: str
    lists: tuple[str, ...]
    columns: str
    rare: str = ""
    is_rare: bool = False
    is_form: bool = False
    first: int = 0


def _form(key: str, part: str, columns: str, rare: str = "") -> Sheet:
    return Sheet(key, (part,), columns, rare, is_form=True)


def _rare(key: str, lists: str, columns: str, rare: str = "", first: int = 0) -> Sheet:
    return Sheet(key, tuple(lists.split()), columns, rare, is_rare=True, first=first)


def _list(key: str, lists: str, columns: str, rare: str = "") -> Sheet:
    return Sheet(key, tuple(lists.split()), columns, rare)


_STAGE = "chains[].stages[]"
_TOUCHPOINTS = (
    f"{_STAGE}.zones[].elements[].touchpoints {_STAGE}.zones[].touchpoints "
    f"{_STAGE}.elements[].touchpoints {_STAGE}.touchpoints"
)
_OF_TOUCHPOINTS = {
    key: " ".join(f"{each}[].{key}" for each in _TOUCHPOINTS.split())
    for key in ("standard", "scores", "process")
}

SHEETS: tuple[Sheet, ...] = (
    _form(
        "document", "document",
        "title short_title date version status language "
        "place contact purpose audience scope.included scope.excluded "
        "binding.is_binding binding.introduced_by binding.effective_from approval.mode approval.organization "
        "approval.position approval.person approval.date approval.act approval.number approval.body "
        "approval.protocol review_cycle prepared_by.firm "
        "prepared_by.person prepared_by.position prepared_by.contact",
        "title_gender profile reg_number access_label prepared_by.disclaimer phase_labels.before "
        "phase_labels.during phase_labels.after phase_labels.cross",
    ),
    _rare("agreements", "document.agreements", "mode organization position person date",
        "act number body protocol"),
    _rare("revisions", "document.revisions", "version date text"),
    _form("organization", "organization", "name legal_name industry customer_types", "source remark"),
    _list("departments", "organization.departments", "name parent head client_facing"),
    _list("sites", "organization.sites", "name address kind"),
    _list("channels", "organization.channels", "name kind"),
    _list("segments", "organization.segments", "name life_cycle share_pct needs expectations"),
    _rare("offerings", "organization.offerings", "name segments"),
    _rare("partners", "organization.partners", "name kind curator"),
    _rare("systems", "organization.systems", "name owner integrated_with"),
    _rare("people", "organization.people", "name role contact", "name_forms"),
    _list(
        "facts", "organization.facts concept.current_state.facts",
        "text = date source", "remark",
    ),
    _form(
        "concept", "concept",
        "purpose summary current_state.description "
        "current_state.components.atmosphere current_state.components.staff "
        "current_state.components.product current_state.conclusions current_state.scale.min "
        "current_state.scale.max current_state.scale.low_threshold programme.name "
        "programme.start programme.end "
        "programme.frame governance.sponsor governance.manager governance.decision_rules "
        "governance.change_procedure governance.escalation "
        "governance.zone_search.role governance.zone_search.how "
        "governance.rollout.date governance.rollout.format governance.rollout.audience",
        "current_state.scale.step current_state.scale.rescaled_from current_state.not_assessed.reason",
    ),
    _list(
        "principles", "concept.principles",
        "text client_meaning staff_behaviour stop_doing goals touchpoints",
    ),
    _list(
        "rounds", "concept.current_state.rounds",
        "name date baseline method population invited respondents assessors comparable_with_previous",
        "comparability_note source remark",
    ),
    _list(
        "criteria", "concept.current_state.criteria",
        "component name target touchpoints postponed.reason postponed.until",
        "description weight servqual source remark",
    ),
    _list("scores", "concept.current_state.criteria[].scores", "round assessor = evidence", "source remark"),
    _list(
        "causes", "concept.current_state.causes",
        "criterion finding date onset.kind onset.since "
        "factors mechanism.clarity mechanism.text responsible advisors "
        "first_step.text first_step.who first_step.date time_to_level root_cause peer_practice actions",
        "onset.text first_step.done",
    ),
    _list(
        "findings", "concept.current_state.findings",
        "text method heard client_meaning missing evidence "
        "problem_zones touchpoints impact severity status actions",
        "stages criteria segments goals frequency source remark",
    ),
    _list(
        "zone_audit", "concept.current_state.zone_audit",
        "problem_zone verdict heard evidence findings "
        "touchpoints departments actions missed_opportunity.amount "
        "missed_opportunity.text",
        "missed_opportunity missed_opportunity.currency indicators source remark",
    ),
    _list(
        "goals", "concept.goals",
        "text direction horizon owner priority basis.criteria basis.findings exceeds_expectation",
        "rationale deputies basis.causes basis.problem_zones "
        "basis.stages basis.touchpoints basis.text indicators",
    ),
    _list("tasks", "concept.goals[].tasks", "text", "actions"),
    _list("periods", "concept.programme.periods", "name start end result"),
    _list(
        "actions", "concept.programme.actions",
        "name tasks goals kind period owner executors start deadline deliverable cost.amount cost.currency "
        "basis.findings basis.causes basis.problem_zones basis.touchpoints status",
        "code direction basis.criteria basis.stages basis.text recurring "
        "resources cost cost.text cost.year depends_on "
        "milestones prior completion_pct completed_on deviation_reason change_log source remark",
    ),
    _list("risks", "concept.programme.risks", "text probability impact mitigation owner"),
    _list("budget", "concept.programme.budget", "amount currency year text", "= source remark"),
    _list(
        "indicators", "concept.indicators",
        "name goals phase kind unit direction "
        "baseline baseline.date baseline.source method population frequency "
        "data_source owner touchpoints",
        "metric of variant scale.min scale.max target_kind "
        "cumulative baseline.round baseline.n benchmarks formula "
        "sample_min alert source remark",
    ),
    _list("targets", "concept.indicators[].targets", "= due", "level since supersedes source remark"),
    _list(
        "measurements", "concept.indicators[].measurements",
        "= date round n", "ratio.part ratio.whole comparable provisional reached source remark",
    ),
    _list("working_group", "concept.governance.working_group", "role function"),
    _list("meetings", "concept.governance.meetings", "name frequency chair participants", "date"),
    _list("reporting", "concept.governance.reporting", "report from_ to frequency"),
    _rare("raci", "concept.governance.raci", "action responsible accountable consulted informed"),
    _rare("incentives", "concept.governance.incentives", "text indicator"),
    _list(
        "roles", "organization.roles",
        "name department client_facing why headcount.current headcount.required job_description.functions "
        "job_description.authority job_description.responsibility indicators",
        "members profile.appearance profile.speech profile.psychotype_note job_description.document_ref "
        "job_description.approved_on training touchpoints name_forms source remark",
    ),
    _list(
        "profile",
        "organization.roles[].profile.knowledge organization.roles[].profile.experience "
        "organization.roles[].profile.skills organization.roles[].profile.attitudes",
        "text level check", "source remark",
    ),
    _list("duties", "organization.roles[].job_description.duties", "text requires"),
    _rare("selection_steps", "organization.roles[].selection_steps", "name checks who"),
    _list(
        "chains", "chains",
        "name scenario segment offering status development.mode skipped_levels",
        "development.date development.contributors level_labels.stage level_labels.zone level_labels.element "
        "level_labels.touchpoint handovers map.lanes source remark",
    ),
    _list(
        "stages", "chains[].stages",
        "name phase client_goal client_actions duration pain", "group until_phase entry_event exit_event "
        "duration.anchor source remark",
    ),
    _list(
        "zones", f"{_STAGE}.zones",
        "name kind channels site owner", "zone department served_by pain standard.0.text standard.0.limit",
    ),
    _list(
        "elements", f"{_STAGE}.zones[].elements {_STAGE}.elements",
        "name kind owner", "served_by channels standard.0.text standard.0.limit standard.0.document_ref",
    ),
    _list(
        "touchpoints", _TOUCHPOINTS,
        "name client_action client_expectation frontstage.now frontstage.to_be owner served_by channels "
        "standard.0.text standard.0.limit moment_of_truth decision "
        "decision_reason pain problem_zones indicators "
        "actions",
        "backstage.now backstage.to_be support_process.now support_process.to_be physical_evidence systems "
        "terms exceeds recovery proactive standard.0.document_ref standard.0.when standard.0.segments "
        "handover.to handover.rule handover.data_passed data_asked evidence_level findings criteria backup "
        "also_stages source remark",
    ),
    _rare(
        "standards", _OF_TOUCHPOINTS["standard"],
        "text limit when segments document_ref", "offerings quality source remark", first=1,
    ),
    _rare("touchpoint_scores", _OF_TOUCHPOINTS["scores"], "round =", "target source remark"),
    _rare("feelings", "chains[].stages[].emotion", "round =", "target source remark"),
    _rare("process", _OF_TOUCHPOINTS["process"], "name", "source remark"),
    _rare("checks", "chains[].checks", "name round comparable_with_previous comparability_note", "source remark"),
    _rare(
        "visits", "chains[].checks[].visits",
        "date time way checker place served_by best worst heard", "source remark",
    ),
    _rare(
        "check_answers", "chains[].checks[].visits[].answers",
        "touchpoint standard part kept time evidence", "source remark",
    ),
    _rare(
        "progress", "progress",
        "as_of summary rounds forecast.date forecast.text next_round.date next_round.method",
        "status spent forecast.rests_on next_round.assessors",
    ),
    _rare("deviations", "progress[].deviations", "text about reason response", "source remark"),
    _rare("decisions", "progress[].decisions", "text owner due", "source remark"),
    Sheet(
        "session", ("session",), "date place start end facilitator sponsor goals rules parking_lot",
        is_rare=True, is_form=True,
    ),
    _rare("participants", "session.participants", "role name group"),
    _rare("session_groups", "session.groups", "name task"),
    _rare("agenda", "session.agenda", "name start minutes is_break method question output materials lead"),
    _rare("session_decisions", "session.decisions", "text owner due"),
    _rare("custom_components", "custom_components", "name"),
    _rare("custom_zones", "custom_zones", "name shows_as client_meaning missing"),
    _list("sources", "sources",
        "name kind date author sample.population sample.invited sample.respondents quality_note",
          "url accessed sample.period"),
    _rare("glossary", "glossary", "term text abbr", "source remark"),
    _rare("legal_refs", "legal_refs", "kind number date name edition clause status url"),
    _form("contributor", "contributor", "name role anonymous date mode"),
)  # fmt: skip
"""In the order of the workbook."""

LEVELS = ("chains", "stages", "zones", "elements")
"""The lists of a chain above the touchpoints; their sheets and that of the touchpoints have a column for each."""
